import { KitError } from '../protocol/KitError.ts';
import { safeAddress } from '../protocol/safeAddress.ts';

/**
 * Passes the URL that a backend sent to `redirect`, by default `location.assign`.
 *
 * @throws {KitError} MK511 if the URL is neither `http:` nor `https:`. The error is also logged to the console, since a
 *   form shows the user only that the action failed.
 */
export function redirectTo(url: string, redirect: (url: string) => void = leave): void {
  if (safeAddress('page', url) === undefined) {
    const error = new KitError(
      'MK511',
      `The backend sent the browser to ${JSON.stringify(url.slice(0, 100))}, which is no web page, so the kit does not go there: an adapter returns an address that begins with https: or http:.`,
    );
    console.error(error);
    throw error;
  }
  redirect(url);
}

function leave(url: string): void {
  location.assign(url);
}
