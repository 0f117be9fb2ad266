import type { ActivityRecord } from './store.ts';

const browsers: readonly (readonly [name: string, version: RegExp])[] = [
  ['Edge', /Edg\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+).* Safari/],
];

const systems: readonly (readonly [name: string, mark: RegExp])[] = [
  ['iPhone', /iPhone/],
  ['Android', /Android/],
  ['Macintosh', /Macintosh/],
  ['Windows', /Windows/],
  ['Linux', /Linux/],
];

/** Reads the rough details of a `User-Agent` for the list of devices. */
export function readActivity(userAgent: string): ActivityRecord {
  const [browserName, version] = browsers.find(([, mark]) => mark.test(userAgent)) ?? ['', /^$/];
  return {
    browserName,
    browserVersion: version.exec(userAgent)?.[1] ?? '',
    deviceType: systems.find(([, mark]) => mark.test(userAgent))?.[0] ?? '',
    isMobile: /Mobi/.test(userAgent),
    ipAddress: '127.0.0.1',
    city: '',
    country: '',
  };
}
