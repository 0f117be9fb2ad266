import { existsSync } from 'node:fs';

/** Returns the first of these browsers that is installed. `CHROMIUM_PATH` replaces them. */
function firstOf(...paths: readonly string[]): { readonly executablePath?: string } {
  const executablePath = process.env['CHROMIUM_PATH'] ?? paths.find((path) => existsSync(path));
  return executablePath === undefined ? {} : { executablePath };
}

const browsers = ['/usr/bin/chromium', '/usr/bin/google-chrome'] as const;

/** Chromium obeys the last list of features only, so this list repeats what Playwright disables. */
const disabledFeatures = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  // Every window would load the two pages of the address bar's popup, which no test opens.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

/** These work in containers (no sandbox) and prevent the browser's own requests. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${disabledFeatures.join(',')}`,
];

/**
 * Launches the distribution's browser without windows, which needs a tenth less processor time, else with them, else
 * Playwright's own.
 */
export const launchOptions = { ...firstOf('/usr/bin/chromium-headless-shell', ...browsers), args };

/** Launches a whole browser, for what the one without windows lacks: the back/forward cache, and windows. */
export const wholeBrowser = { ...firstOf(...browsers), args };
