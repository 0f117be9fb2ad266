import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

type Environment = Readonly<Record<string, string>>;

/** Orca, with a sound device that plays nothing, on a display without a screen. */
export interface ScreenReader {
  /** The environment of the browser. */
  readonly environment: Environment;
  /** Returns Orca's speech so far, sentence by sentence. */
  readonly speech: () => readonly string[];
  /** Returns the sentences that a live region announced. */
  readonly announcements: () => readonly string[];
  /** Waits until Orca has processed the events of the page. */
  readonly rest: () => Promise<void>;
  /** Ends every program that was started. */
  readonly close: () => void;
}

interface Programs {
  /** Starts a program as the leader of a group, so that its own children end with it. */
  readonly start: (environment: Environment, command: string, ...options: string[]) => ChildProcess;
  /** Ends every program that was started. */
  readonly end: () => void;
}

function createPrograms(): Programs {
  const started: ChildProcess[] = [];
  return {
    start(environment, command, ...options) {
      const child = spawn(command, options, {
        detached: true,
        env: environment,
        stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
      });
      // A program stops if its output isn't read.
      child.stdout?.resume();
      started.push(child);
      return child;
    },
    end() {
      for (const { pid } of started.toReversed()) {
        try {
          if (pid !== undefined) process.kill(-pid, 'SIGKILL');
        } catch {
          // The process has already ended.
        }
      }
    },
  };
}

/** Starts Orca with everything that it needs. Its log is a file that doesn't exist yet. */
export async function startScreenReader(log: string): Promise<ScreenReader> {
  // The path of a socket has at most 107 characters, so the folder is outside of the project.
  const folder = mkdtempSync(join(tmpdir(), 'orca-'));
  const { start, end } = createPrograms();

  function close(): void {
    end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }

  try {
    const home = writeSettings(folder);
    const display = start(
      home,
      'Xvfb',
      '-displayfd',
      '3',
      '-screen',
      '0',
      '1280x1000x24',
      '-nolisten',
      'tcp',
    );
    const onDisplay = { ...home, DISPLAY: `:${await firstLine(display.stdio[3] as Readable)}` };
    const bus = start(onDisplay, 'dbus-daemon', '--session', '--nofork', '--print-address=1');
    const environment = {
      ...onDisplay,
      DBUS_SESSION_BUS_ADDRESS: await firstLine(bus.stdio[1] as Readable),
      ACCESSIBILITY_ENABLED: '1',
      NO_AT_BRIDGE: '0',
    };
    start(environment, 'openbox');
    start(environment, 'speech-dispatcher', '--run-single', '--timeout', '0');
    start(environment, '/usr/libexec/at-spi-bus-launcher', '--launch-immediately');
    for (const name of ['IsEnabled', 'ScreenReaderEnabled']) await enable(environment, name);
    const orca = start(environment, 'orca', `--debug-file=${log}`);
    await until('Orca speaks', () => {
      if (orca.exitCode !== null) throw new Error('Orca ended: a user may run only one. End the other one.');
      return speechIn(read(log)).length > 0;
    });
    return {
      environment,
      speech: () => speechIn(read(log)),
      announcements: () => announcementsIn(read(log)),
      rest: () => untilQuiet(log),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Writes the settings of the sound system and of the speech server. Returns the environment that names them. */
function writeSettings(folder: string): Environment {
  const config = join(folder, '.config');
  const data = join(folder, '.local/share');
  const runtime = join(folder, 'run');
  mkdirSync(join(config, 'speech-dispatcher'), { recursive: true });
  mkdirSync(runtime, { mode: 0o700 });
  // Without a sound device, the speech server stops at its third sentence.
  writeFileSync(join(folder, '.asoundrc'), 'pcm.!default { type null }\nctl.!default { type null }\n');
  const speech = readFileSync('/etc/speech-dispatcher/speechd.conf', 'utf8')
    .replace(/^#? *AudioOutputMethod.*/m, 'AudioOutputMethod "alsa"')
    .replace(/^#? *DefaultModule .*/m, 'DefaultModule espeak-ng');
  writeFileSync(join(config, 'speech-dispatcher/speechd.conf'), speech);
  // Orca writes its log in blocks of 8 KB, so its latest speech would stay unread.
  mkdirSync(join(data, 'orca'), { recursive: true });
  writeFileSync(
    join(data, 'orca/orca-customizations.py'),
    'from orca import debug\ndebug.debugFile.reconfigure(line_buffering=True)\n',
  );
  cpSync('/etc/speech-dispatcher/modules', join(config, 'speech-dispatcher/modules'), { recursive: true });
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    LANG: 'C.UTF-8',
    HOME: folder,
    XDG_CONFIG_HOME: config,
    XDG_DATA_HOME: data,
    XDG_CACHE_HOME: join(folder, '.cache'),
    XDG_RUNTIME_DIR: runtime,
  };
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    stream.once('end', () => reject(new Error('The program ended without an answer.')));
  });
}

/** Sets a property of the accessibility bus, which takes a moment to start. */
async function enable(environment: Environment, property: string): Promise<void> {
  const path = [
    '--dest=org.a11y.Bus',
    '--print-reply',
    '/org/a11y/bus',
    'org.freedesktop.DBus.Properties.Set',
  ];
  await until(`the accessibility bus sets ${property}`, () => {
    const { status } = spawnSync(
      'dbus-send',
      ['--session', ...path, 'string:org.a11y.Status', `string:${property}`, 'variant:boolean:true'],
      { env: environment, stdio: 'ignore' },
    );
    return status === 0;
  });
}

async function until(what: string, isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Waited a minute in vain: ${what}.`);
}

/** Waits until the log hasn't grown for a while, at most half a minute. */
async function untilQuiet(log: string): Promise<void> {
  let before = -1;
  for (let tries = 0; tries < 20 && statSync(log).size !== before; tries++) {
    before = statSync(log).size;
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
}

function read(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8') : '';
}

/** Returns the lines of Orca's log that went to the speech server. */
function speechIn(log: string): readonly string[] {
  return [...log.matchAll(/Speaking '<speak>([\s\S]*?)<\/speak>'/g)]
    .map(([, text = '']) =>
      text
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
}

function announcementsIn(log: string): readonly string[] {
  const blocks = log.matchAll(
    /v{5} PRESENT LIVE REGION MESSAGE v{5}[\s\S]*?\^{5} PRESENT LIVE REGION MESSAGE \^{5}/g,
  );
  return [...blocks].flatMap(([block]) => speechIn(block));
}
