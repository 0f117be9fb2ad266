import type { ActionFunctionArgs, ClientActionFunctionArgs, MiddlewareFunction } from 'react-router';
import { guardMutation } from 'maintenance-kit';
import { createMaintenanceGate } from 'maintenance-kit/gate';
import { parseServiceStatus } from 'maintenance-kit/protocol';
import { monitor } from '../monitor';
import { NoteForm } from '../NoteForm';
import { askService } from '../service';

const gate = createMaintenanceGate({
  isActive: async () =>
    parseServiceStatus(await (await askService('/status')).text())?.mode !== 'operational',
  retryAfter: 1,
});

export const middleware: MiddlewareFunction<Response>[] = [
  async ({ request }, next) => (await gate.reject(request)) ?? next(),
];

export async function action({ request }: ActionFunctionArgs) {
  return { saved: new URLSearchParams(await request.text()).get('text') };
}

export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return guardMutation(monitor, () => serverAction<typeof action>()).catch((error: unknown) => ({ error }));
}

export default function Home() {
  return (
    <main>
      <h1>Guarded notes</h1>
      <NoteForm />
    </main>
  );
}
