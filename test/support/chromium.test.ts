// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { findChromium, type Machine } from './chromium.ts';

function machine(files: readonly string[], rest: Partial<Machine> = {}): Machine {
  const there = new Set(files);
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    isRoot: false,
    exists: (path) => there.has(path),
    playwrightPath: () => '/cache/playwright/chrome',
    install: () => {
      throw new Error('nothing may be installed');
    },
    ...rest,
  };
}

test('CHROMIUM_PATH comes before everything that is installed', () => {
  const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/chrome' };
  expect(findChromium(machine(['/opt/chrome', '/usr/bin/chromium'], { env }))).toBe('/opt/chrome');
});

test('a CHROMIUM_PATH that leads nowhere is told, not replaced', () => {
  const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/gone' };
  expect(() => findChromium(machine(['/usr/bin/chromium'], { env }))).toThrow(
    /CHROMIUM_PATH \(\/opt\/gone\)/,
  );
});

test('an empty CHROMIUM_PATH counts as none', () => {
  const env = { PATH: '/usr/bin', CHROMIUM_PATH: '' };
  expect(findChromium(machine(['/usr/bin/chromium'], { env }))).toBe('/usr/bin/chromium');
});

test.each(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])(
  'finds an installed %s on the path',
  (name) => {
    expect(findChromium(machine([`/usr/local/bin/${name}`]))).toBe(`/usr/local/bin/${name}`);
  },
);

test('looks in the usual places when the path does not name them', () => {
  expect(findChromium(machine(['/usr/bin/chromium'], { env: {} }))).toBe('/usr/bin/chromium');
});

test('finds Chrome on macOS', () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findChromium(machine([chrome], { platform: 'darwin', env: {} }))).toBe(chrome);
});

test('finds Chrome on Windows, wherever its program folder is', () => {
  const env = { LOCALAPPDATA: String.raw`D:\Local` };
  const chrome = String.raw`D:\Local\Google\Chrome\Application\chrome.exe`;
  expect(findChromium(machine([chrome], { platform: 'win32', env }))).toBe(chrome);
});

test("takes Playwright's own when nothing else is installed", () => {
  expect(findChromium(machine(['/cache/playwright/chrome', '/etc/debian_version']))).toBe(
    '/cache/playwright/chrome',
  );
});

test('installs one on Debian as root, and only when none was found', () => {
  const files = ['/etc/debian_version'];
  const install = vi.fn<() => void>(() => {
    files.push('/usr/bin/chromium');
  });
  const exists = (path: string) => files.includes(path);
  expect(findChromium(machine([], { isRoot: true, exists, install }))).toBe('/usr/bin/chromium');
  expect(findChromium(machine([], { isRoot: true, exists, install }))).toBe('/usr/bin/chromium');
  expect(install).toHaveBeenCalledTimes(1);
});

test.each<[string, Partial<Machine>, readonly string[]]>([
  ['as an ordinary user', { isRoot: false }, ['/etc/debian_version']],
  ['on another Linux', { isRoot: true }, []],
  ['on macOS', { isRoot: true, platform: 'darwin' }, ['/etc/debian_version']],
  ['where Playwright knows no build', { playwrightPath: () => undefined }, []],
])('says what to do when there is none %s', (_, rest, files) => {
  expect(() => findChromium(machine(files, rest))).toThrow(
    'No Chromium was found: install Chromium or Chrome, set CHROMIUM_PATH to one, or run `npx playwright install chromium`.',
  );
});

function offline(): never {
  throw new Error('no network');
}

test('says what to do when the installation fails, with the reason as its cause', () => {
  const failing = () => findChromium(machine(['/etc/debian_version'], { isRoot: true, install: offline }));
  expect(failing).toThrow(/^No Chromium was found and apt-get could not install one: install/);
  expect(failing).toThrow(expect.objectContaining({ cause: new Error('no network') }));
});

test('says what to do when an installation left no browser behind', () => {
  const install = vi.fn<() => void>();
  expect(() => findChromium(machine(['/etc/debian_version'], { isRoot: true, install }))).toThrow(
    /^No Chromium was found: install/,
  );
  expect(install).toHaveBeenCalledTimes(1);
});
