import { loadText } from '../../protocol/loadText.ts';
import { parseServiceStatus } from '../../protocol/serviceStatus.ts';
import type { WindowSource } from '../../protocol/windowSource.ts';
import { addressOf } from './addressOf.ts';

export interface StatusWindowsOptions extends Pick<WindowSource, 'everyMs' | 'announceBeforeMs'> {
  /** The address of the gate's `checkPath`, such as "/api/maintenance". */
  readonly url: string;
}

const BODY_LIMIT_BYTES = 65_536;

/**
 * Reads the planned maintenance windows from the status document of a gate with a switch. Pass the result as `windows` to
 * `MaintenanceProvider`, which asks every ten minutes at most, only while the user looks at the page. The windows only announce:
 * the mode in the document changes nothing.
 *
 * @throws {KitError} MK322 if `url` is neither a path nor an absolute URL with `https:` or `http:`.
 */
export function statusWindows({ url, ...options }: StatusWindowsOptions): WindowSource {
  const { href } = addressOf(url, typeof location === 'undefined' ? undefined : location.href);
  return {
    ...options,
    name: href,
    async load() {
      const status = parseServiceStatus(await loadText(href, BODY_LIMIT_BYTES));
      if (!status) throw new Error(`${href} didn't answer with a status document`);
      return status.windows;
    },
  };
}
