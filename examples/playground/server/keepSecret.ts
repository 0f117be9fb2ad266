import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './openDatabase.ts';
import { StartError, systemCode } from './StartError.ts';

/** Returns a secret of this machine. It is created at the first start and stored, so that sessions survive a restart. */
export function keepSecret(folder: string): string {
  const path = join(folder, 'auth-secret');
  makeFolder(folder);
  try {
    const secret = randomBytes(32).toString('base64url');
    // "wx" fails if the file exists, also when two playgrounds start at once.
    writeFileSync(path, secret, { flag: 'wx', mode: 0o600 });
    return secret;
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return readFileSync(path, 'utf8');
    throw new StartError(
      `${path} cannot be written: check the rights of its folder or set BETTER_AUTH_SECRET.`,
      {
        cause,
      },
    );
  }
}
