import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAuthClient } from 'better-auth/client';
import { MaintenanceProvider } from 'maintenance-kit';
import { betterAuthAdapter } from 'maintenance-kit/adapters/better-auth';
import 'maintenance-kit/styles.css';
import { App } from './App.tsx';
import './playground.css';

const adapter = betterAuthAdapter(createAuthClient(), { checkUrl: '/api/maintenance' });

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no element with the id "root".');

createRoot(root).render(
  <StrictMode>
    <MaintenanceProvider adapter={adapter}>
      <App />
    </MaintenanceProvider>
  </StrictMode>,
);
