import { createRoot } from 'react-dom/client';
import { MaintenanceProvider, SignedIn, SignedOut, useSession } from 'maintenance-kit';
import { frontendApiAdapter } from 'maintenance-kit/adapters/frontend-api';
import { MaintenanceBanner } from '@/components/maintenance-banner';
import { MaintenanceSignIn } from '@/components/maintenance-sign-in';
import './index.css';

const adapter = frontendApiAdapter({ baseUrl: location.origin });

function Welcome() {
  const session = useSession();
  return session.status === 'signed-in' ? <h1>Welcome, {session.session.user.name}</h1> : null;
}

createRoot(document.querySelector('#root')!).render(
  <MaintenanceProvider adapter={adapter}>
    <main className="flex min-h-svh items-center justify-center p-6">
      <SignedOut>
        <MaintenanceSignIn />
      </SignedOut>
      <SignedIn>
        <Welcome />
      </SignedIn>
    </main>
    <MaintenanceBanner />
  </MaintenanceProvider>,
);
