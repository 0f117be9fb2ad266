import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAuthClient } from 'better-auth/client';
import { emailOTPClient, organizationClient, twoFactorClient } from 'better-auth/client/plugins';
import { createMaintenanceMonitor, MaintenanceProvider } from 'maintenance-kit';
import { betterAuthAdapter } from 'maintenance-kit/adapters/better-auth';
import 'maintenance-kit/styles.css';
import { rules } from '../rules.ts';
import { App } from './App.tsx';
import { uploadPicture } from './uploadPicture.ts';
import './playground.css';

const plugins = [emailOTPClient(), twoFactorClient(), organizationClient()];
const adapter = betterAuthAdapter(createAuthClient({ plugins }), {
  plugins,
  checkUrl: '/api/maintenance',
  canDeleteAccount: true,
  uploadPicture,
});
const monitor = createMaintenanceMonitor({ rules });

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no element with the id "root".');

// The server creates a nonce for each page and puts it into its content security policy.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

createRoot(root).render(
  <StrictMode>
    <MaintenanceProvider adapter={adapter} monitor={monitor} nonce={nonce}>
      <App />
    </MaintenanceProvider>
  </StrictMode>,
);
