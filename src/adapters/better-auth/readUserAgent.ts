import type { Device } from '../../auth/UserPort.ts';

/** The first match counts: most browsers also contain the names of older ones. */
const browsers: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Edge', /\bEdg(?:A|iOS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+).*\bSafari\//],
];

const systems: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

/**
 * Returns the names of the browser and the system of a `User-Agent`. An unknown one is returned as the browser, so that
 * users can distinguish their devices.
 */
export function readUserAgent(userAgent: string): Pick<Device, 'browser' | 'system' | 'isMobile'> {
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0];
  for (const [name, pattern] of browsers) {
    const version = pattern.exec(userAgent)?.[1];
    if (version === undefined) continue;
    return {
      browser: `${name} ${version}`,
      ...(system !== undefined && { system }),
      isMobile: /\b(Mobile|iPhone|Android)\b/.test(userAgent),
    };
  }
  return userAgent === '' ? {} : { browser: userAgent };
}
