// @vitest-environment node
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { confirmChange } from '../../src/cli/confirmChange.ts';
import { helpText } from '../../src/cli/helpText.ts';
import { runCli } from '../../src/cli/runCli.ts';
import { createMaintenanceSwitch } from '../../src/gate/createMaintenanceSwitch.ts';
import { createMemoryStorage } from '../../src/gate/switchStorage.ts';
import { parseServiceStatus } from '../../src/protocol/serviceStatus.ts';
import { buildForNode } from '../support/buildForNode.ts';
import { runProcess, type Finished } from '../support/runProcess.ts';

let cli = '';
let directory = '';
let files = 0;
beforeAll(async () => {
  [cli, directory] = await Promise.all([buildForNode('src/cli/main.ts'), mkdtemp(join(tmpdir(), 'cli-'))]);
});
afterAll(() => Promise.all([rm(cli, { force: true }), rm(directory, { recursive: true, force: true })]));

/** Returns a path without a file. */
function newFile(): string {
  files += 1;
  return join(directory, `${files}.json`);
}

/** Runs a command in this process, as `main.ts` does in its own. */
async function run(command: string, env: Readonly<Record<string, string>> = {}): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  const code = await runCli(command.split(' '), {
    print: (text) => (stdout += text),
    printError: (text) => (stderr += text),
    env,
  });
  return { code, stdout, stderr };
}

describe('the command', () => {
  it('switches the mode, shows what clients receive, and keeps the windows', async () => {
    const path = newFile();
    const kit = (...args: readonly string[]) =>
      runProcess(cli, args, { MAINTENANCE_STORAGE: `file:${path}` });
    const window = ['--start', '2126-12-01T23:00+01:00', '--end', '2126-12-01T23:30Z', '--id', 'upgrade'];
    expect((await kit('schedule', ...window)).stdout).toContain(
      'upgrade  2126-12-01T22:00:00.000Z to 2126-12-01T23:30:00.000Z',
    );
    const begun = await kit('on', '--mode', 'unavailable', '--retry-after', '120');
    expect(begun).toMatchObject({ code: 0, stderr: '' });
    expect(begun.stdout).toContain('every request is rejected');
    expect(begun.stdout).toContain('a read      503 maintenance_mode, Retry-After: 120');
    expect(begun.stdout).toContain('the check   200 {"maintenance_mode":true,"mode":"unavailable"');

    const status = await kit('status', '--json');
    expect(JSON.parse(status.stdout)).toMatchObject({
      maintenance_mode: true,
      mode: 'unavailable',
      retryAfter: 120,
      windows: [{ id: 'upgrade' }],
    });
    expect(parseServiceStatus(await readFile(path, 'utf8'))).toEqual(parseServiceStatus(status.stdout));

    const ended = JSON.parse((await kit('off', '--json')).stdout) as object;
    expect(ended).toMatchObject({
      maintenance_mode: false,
      mode: 'operational',
      windows: [{ id: 'upgrade' }],
    });
    expect(ended).not.toHaveProperty('retryAfter');
    expect((await kit('schedule', 'list')).stdout).toContain('upgrade  2126');
    expect((await kit('schedule', 'cancel', 'upgrade')).stdout).toContain('No windows are planned.');
  });

  it('prints its help without arguments, and ends with 2 if it is wrong', async () => {
    const [help, wrong] = await Promise.all([runProcess(cli, []), runProcess(cli, ['of'])]);
    expect(help).toEqual({ code: 0, stdout: helpText, stderr: '' });
    expect(wrong).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('"of"') as string });
  });

  it.each(['--help', '-h', 'help', 'on --help', 'schedule cancel --help'])(
    'prints its help for %s',
    async (command) => {
      expect(await run(command)).toEqual({ code: 0, stdout: helpText, stderr: '' });
    },
  );

  it('shows an operational service if nothing was stored, and stores nothing', async () => {
    const path = newFile();
    const { code, stdout } = await run(`status --storage file:${path}`);
    expect(code).toBe(0);
    expect(stdout).toContain('The service is operational');
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });
});

const start = '2126-12-01T22:00Z';

/** The command, and the words of its error that tell what is wrong or how to fix it. */
const wrongCommands: readonly (readonly [command: string, ...words: string[]])[] = [
  ['of', '"of"', 'on, off, status or schedule'],
  ['on --storage', '--storage'],
  ['on --verbose', '--verbose'],
  ['on now', '"now"'],
  ['on --mode closed', '--mode closed', '"maintenance"', '"unavailable"'],
  ['on --mode operational', '"off"'],
  ['on --retry-after 2m', '--retry-after 2m', 'seconds'],
  ['on --retry-after 86401', '86400'],
  ['off --retry-after 5', 'no option --retry-after'],
  ['status --mode maintenance', 'no option --mode'],
  ['schedule', '--start is missing'],
  [`schedule --start ${start}`, '--end is missing'],
  [`schedule --start ${start} --end 2126-12-01T23:00`, '--end', 'offset from UTC'],
  [`schedule --start ${start} --end tomorrow`, '--end tomorrow', 'offset from UTC'],
  [`schedule --start ${start} --end ${start}`, 'not after its start'],
  ['schedule cancel', 'schedule cancel ID'],
  ['schedule list --id upgrade', 'no option --id'],
  ['schedule remove upgrade', 'schedule cancel ID'],
];

test.each(wrongCommands)('"%s" says what is wrong, and ends with 2', async (command, ...words) => {
  const path = newFile();
  const { code, stdout, stderr } = await run(command, { MAINTENANCE_STORAGE: `file:${path}` });
  expect([code, stdout]).toEqual([2, '']);
  for (const word of [...words, '--help']) expect(stderr).toContain(word);
  await expect(readFile(path)).rejects.toThrow('ENOENT');
});

describe('a storage', () => {
  it.each([
    ['missing', 'status', ['--storage', 'MAINTENANCE_STORAGE']],
    ['unknown', 'status --storage mysql://ada:secret@db/app', ['mysql://ada:***@db/app', 'redis://']],
    ['an address without a file', 'status --storage file:', ['names no file']],
  ])('that is %s is explained, and ends with 2', async (_, command, words) => {
    const { code, stdout, stderr } = await run(command);
    expect([code, stdout]).toEqual([2, '']);
    for (const word of words) expect(stderr).toContain(word);
    expect(stderr).not.toContain('secret');
  });

  it('that holds something else is kept, and ends with 1', async () => {
    const path = newFile();
    await writeFile(path, '{"mode":"closed"}');
    for (const command of ['on', 'status']) {
      const { code, stdout, stderr } = await run(`${command} --storage file:${path}`);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain('not a state of the switch');
    }
    expect(await readFile(path, 'utf8')).toBe('{"mode":"closed"}');
  });

  it('has no window that was never scheduled', async () => {
    const { code, stderr } = await run(`schedule cancel upgrade --storage file:${newFile()}`);
    expect([code, stderr]).toEqual([1, expect.stringContaining('MK225')]);
  });
});

test('a change that another process overwrites in the same moment is not confirmed', async () => {
  const storage = createMemoryStorage();
  const changed = await createMaintenanceSwitch(storage).set({ mode: 'maintenance' });
  expect(await confirmChange(storage, changed)).toBe(changed);
  await createMaintenanceSwitch(storage).set({ mode: 'operational' });
  await expect(confirmChange(storage, changed)).rejects.toThrow('may be lost');
});
