import type { ReactElement } from 'react';

/**
 * The username that a password belongs to, for password managers: without it, they save a changed password as another
 * account. It is never visible. Renders nothing if the username is unknown.
 */
export function HiddenUsername({ username }: { readonly username: string | undefined }): ReactElement | null {
  return username === undefined ? null : (
    <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
  );
}
