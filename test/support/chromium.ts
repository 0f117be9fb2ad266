import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { chromium } from 'playwright';

/** The flags under which every test browser runs: no sandbox (containers), no traffic of its own. */
export const chromiumArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What the search asks of the machine. Every one can be replaced, in tests above all. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** True when packages may be installed. */
  readonly isRoot: boolean;
  exists(path: string): boolean;
  /** Where Playwright would keep a Chromium of its own; nothing says that it is there. */
  playwrightPath(): string | undefined;
  /** Installs Debian's Chromium; throws when that fails. */
  install(): void;
}

const installedNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const usualPlaces: Readonly<Record<string, readonly string[]>> = {
  linux: installedNames.flatMap((name) => [`/usr/bin/${name}`, `/snap/bin/${name}`]),
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) => [
    `%${root}%\\Google\\Chrome\\Application\\chrome.exe`,
    `%${root}%\\Chromium\\Application\\chrome.exe`,
  ]),
};

const HOW_TO_MEND =
  'install Chromium or Chrome, set CHROMIUM_PATH to one, or run `npx playwright install chromium`.';

/**
 * The path of a Chromium: `CHROMIUM_PATH`, else an installed Chromium or Chrome, else Playwright's own, else,
 * on Debian and as root, one that is installed now. Throws a sentence that says what to do when there is none.
 */
export function findChromium(machine: Machine = thisMachine()): string {
  const { env, platform, isRoot } = machine;
  const chosen = env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (machine.exists(chosen)) return chosen;
    // A wrong choice is told, not replaced: another browser than the one asked for would answer other questions.
    throw new Error(`There is no browser at CHROMIUM_PATH (${chosen}): ${HOW_TO_MEND}`);
  }

  const found = firstExisting(machine);
  if (found !== undefined) return found;

  if (platform === 'linux' && isRoot && machine.exists('/etc/debian_version')) {
    try {
      machine.install();
    } catch (cause) {
      throw new Error(`No Chromium was found and apt-get could not install one: ${HOW_TO_MEND}`, { cause });
    }
    const installed = firstExisting(machine);
    if (installed !== undefined) return installed;
  }
  throw new Error(`No Chromium was found: ${HOW_TO_MEND}`);
}

function firstExisting(machine: Machine): string | undefined {
  const { env, platform } = machine;
  const onPath =
    platform === 'win32'
      ? []
      : installedNames.flatMap((name) =>
          (env['PATH'] ?? '')
            .split(posix.delimiter)
            .filter((folder) => folder !== '')
            .map((folder) => posix.join(folder, name)),
        );
  const usual = (usualPlaces[platform] ?? []).map((path) =>
    path.replace(/%(.+?)%/, (_, name: string) => env[name] ?? ''),
  );
  return [...onPath, ...usual, machine.playwrightPath()].find(
    (path) => path !== undefined && path !== '' && machine.exists(path),
  );
}

function thisMachine(): Machine {
  return {
    env: process.env,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    playwrightPath() {
      try {
        return chromium.executablePath();
      } catch {
        // Playwright throws where it has no build for the platform.
        return undefined;
      }
    },
    install() {
      const options: ExecFileSyncOptions = {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      };
      execFileSync('apt-get', ['update', '-qq'], options);
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
    },
  };
}
