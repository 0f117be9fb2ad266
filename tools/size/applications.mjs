/*
 * Small applications, as developers write them. `goal` and `limits` are kB (1000 bytes) of brotli, without React: the
 * limits hold what is reached, the goals are what is still aimed at.
 */

const start = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
const render = (...parts) => createRoot(document.body).render(createElement(...parts));
`;

/** Texts of the code that only some applications need. */
export const marks = {
  developers: ['two copies of the package'],
  forms: ['submit-button', 'field-input', 'form-alert'],
  drafts: ['maintenance-kit:drafts', 'one-time-code|cc-'],
  signIn: ['forgot-password', 'Welcome back', 'You’re signed in.'],
  laterSteps: ['otp-digits', 'Choose a new password'],
  menus: ['menu-item'],
  switch: ['stale-while-revalidate', 'maintenance-kit:switch'],
  windows: ['maintenance-kit:windows', 'taking longer than planned'],
  pages: ['tabbed-card', 'page-section', 'page-item-actions'],
};

/**
 * @typedef {object} Application
 * @property {string} name
 * @property {string} source
 * @property {readonly string[]} [without] Texts that must not be in its first load.
 * @property {number} [goal]
 * @property {Readonly<Partial<Record<import('./bundlers.mjs').Bundler, number>>>} limits By bundler. Others don't build it.
 */

/** @type {readonly Application[]} */
export const applications = [
  {
    name: 'provider, banner, hook',
    source: `${start}
import { MaintenanceBanner, MaintenanceProvider, useMaintenance } from 'maintenance-kit';
function App() {
  return createElement('p', null, useMaintenance(({ status }) => status), createElement(MaintenanceBanner));
}
render(MaintenanceProvider, null, createElement(App));`,
    without: Object.values(marks).flat(),
    goal: 6,
    limits: { vite: 11.2, esbuild: 13.4, webpack: 11.3, rspack: 11.3 },
  },
  {
    name: 'a form of your own',
    source: `${start}
import { Field, GuardedForm, MaintenanceProvider, SubmitButton, useSubmission } from 'maintenance-kit';
const save = async (values) => fetch('/notes', { method: 'POST', body: values });
function App() {
  const { submission, submit } = useSubmission(save);
  return createElement(
    GuardedForm,
    { draftKey: 'note', labelledBy: 'title', paused: 'Saving is paused.', submission, onSubmit: submit },
    createElement(Field, { name: 'text', label: 'Text', required: true }),
    createElement(SubmitButton, null, 'Save'),
  );
}
render(MaintenanceProvider, null, createElement(App));`,
    without: [
      ...marks.developers,
      ...marks.signIn,
      ...marks.laterSteps,
      ...marks.menus,
      ...marks.windows,
      ...marks.pages,
    ],
    goal: 9,
    limits: { vite: 19, esbuild: 23, webpack: 19.2, rspack: 19.2 },
  },
  {
    name: 'sign-in, Frontend API',
    source: `${start}
import { MaintenanceProvider, SignIn } from 'maintenance-kit';
import { frontendApiAdapter } from 'maintenance-kit/adapters/frontend-api';
render(MaintenanceProvider, { adapter: frontendApiAdapter({ baseUrl: '/api' }) }, createElement(SignIn));`,
    without: [...marks.developers, ...marks.laterSteps, ...marks.menus, ...marks.windows, ...marks.pages],
    goal: 18,
    limits: { vite: 28, esbuild: 37, webpack: 29.4, rspack: 29.4 },
  },
  {
    name: 'monitor, watchFetch',
    source: `
import { createMaintenanceMonitor, watchFetch } from 'maintenance-kit';
watchFetch(createMaintenanceMonitor());`,
    without: Object.values(marks).flat(),
    goal: 5,
    limits: { vite: 6.3, esbuild: 7 },
  },
  { ...whole('maintenance-kit/protocol'), goal: 2.6, limits: { esbuild: 4.3 } },
  {
    name: 'a gate without the switch',
    source: `
import { createMaintenanceGate, nodeMiddleware } from 'maintenance-kit/gate';
globalThis.gate = nodeMiddleware(createMaintenanceGate({ isActive: () => globalThis.isOn }));`,
    without: marks.switch,
    goal: 2,
    limits: { esbuild: 3.2 },
  },
  { ...whole('maintenance-kit/gate'), limits: { esbuild: 6.2 } },
  { ...whole('maintenance-kit'), goal: 48, limits: { vite: 53 } },
  { ...whole('maintenance-kit/adapters/frontend-api'), limits: { vite: 3.1 } },
  { ...whole('maintenance-kit/adapters/better-auth'), limits: { vite: 9.6 } },
  { ...whole('maintenance-kit/adapters/clerk'), limits: { vite: 11 } },
  { ...whole('maintenance-kit/integrations/gate'), limits: { esbuild: 2 } },
  { ...whole('maintenance-kit/integrations/statuspage'), limits: { esbuild: 2.3 } },
  { ...whole('maintenance-kit/dialects'), limits: { esbuild: 6.2 } },
];

/** @param {string} specifier */
function whole(specifier) {
  return { name: specifier, source: `import * as kit from '${specifier}'; globalThis.kit = kit;` };
}
