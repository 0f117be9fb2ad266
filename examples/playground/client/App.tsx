import type { ReactElement } from 'react';
import { CreateOrganization, MaintenanceBanner, SignedIn, SignedOut, UserProfile } from 'maintenance-kit';
import { Header } from './Header.tsx';
import { Notes } from './Notes.tsx';
import { OrganizationPage } from './OrganizationPage.tsx';
import { isFrame, titles, useRoute, type Route } from './routes.ts';
import { ServicePanel } from './ServicePanel.tsx';
import { Settings } from './Settings.tsx';
import { useDocumentTitle } from './useDocumentTitle.ts';
import { Welcome } from './Welcome.tsx';
import { Windows } from './Windows.tsx';

/** A small application: a front page for visitors, and pages for signed-in users. */
export function App(): ReactElement {
  const route = useRoute();
  return (
    <>
      <MaintenanceBanner />
      <Header route={route} />
      <main className="page" data-route={route}>
        <SignedOut>
          <Welcome isSignUp={route === '#sign-up'} />
        </SignedOut>
        <SignedIn>
          <Page route={route} />
        </SignedIn>
      </main>
      {isFrame ? null : <ServicePanel />}
    </>
  );
}

function Page({ route }: { readonly route: Route }): ReactElement {
  // Signed in, these routes show the first page.
  const page = route === '#sign-in' || route === '#sign-up' ? '#notes' : route;
  useDocumentTitle(titles[page]);
  switch (page) {
    case '#notes':
      return <Notes />;
    case '#settings':
      return <Settings />;
    case '#windows':
      return <Windows />;
    case '#account':
    case '#organization':
    case '#new-organization':
      return (
        <>
          {/* The cards of the kit begin at the second level. */}
          <h1 className="visually-hidden">{titles[page]}</h1>
          {kitPage(page)}
        </>
      );
  }
}

function kitPage(page: '#account' | '#organization' | '#new-organization'): ReactElement {
  switch (page) {
    case '#account':
      return <UserProfile />;
    case '#organization':
      return <OrganizationPage />;
    case '#new-organization':
      return <CreateOrganization onCreated={() => location.assign('#organization')} />;
  }
}
