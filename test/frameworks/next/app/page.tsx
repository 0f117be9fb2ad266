import { Suspense } from 'react';
import { SignedIn, SignedOut } from 'maintenance-kit';
import { FetchForm, ReturningForm, ThrowingForm } from './forms';
import { askService, readSession } from './service';

async function Notes() {
  const notes = (await (await askService('/slow')).json()) as readonly string[];
  return <p>{notes.join(', ')}</p>;
}

export default async function Page() {
  const session = await readSession();
  return (
    <main>
      <SignedIn>
        <h1>Notes of {session?.user.name}</h1>
        <Suspense fallback={<p>Loading the notes</p>}>
          <Notes />
        </Suspense>
        <FetchForm />
        <ThrowingForm />
        <ReturningForm />
      </SignedIn>
      <SignedOut>
        <h1>Sign in first</h1>
      </SignedOut>
    </main>
  );
}
