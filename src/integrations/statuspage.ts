import * as v from 'valibot';
import { KitError } from '../protocol/KitError.ts';
import { parseMaintenanceWindow, type MaintenanceWindow } from '../protocol/serviceStatus.ts';
import type { WindowSource } from '../protocol/windowSource.ts';
import { loadText } from '../protocol/loadText.ts';

export interface StatuspageWindowsOptions extends Pick<WindowSource, 'everyMs' | 'announceBeforeMs'> {
  /** The address of the status page, such as "https://status.example.com". */
  readonly url: string;
}

/** Statuspage has no limit. An entry has about 2 kB, and its updates. */
const BODY_LIMIT_BYTES = 262_144;

const answerSchema = v.object({ scheduled_maintenances: v.array(v.unknown()) });

const maintenanceSchema = v.object({
  id: v.string(),
  status: v.picklist(['scheduled', 'in_progress', 'verifying', 'completed']),
  scheduled_for: v.string(),
  scheduled_until: v.string(),
});

/**
 * Reads planned maintenance windows from the public API of an Atlassian Statuspage. Pass the result as `windows` to
 * `MaintenanceProvider`, which asks it every ten minutes at most, only while the user looks at the page.
 *
 * The page only announces: no answer of it changes the state of your service. No text of it is shown. The requests have no cookies
 * and no referrer.
 *
 * @throws {KitError} MK321 if `url` isn't an absolute URL with `https:` or `http:`.
 */
export function statuspageWindows({ url, ...options }: StatuspageWindowsOptions): WindowSource {
  const base = baseOf(url);
  return {
    ...options,
    name: base,
    async load() {
      // In this order: a maintenance that begins between the two requests is in the second answer at least.
      const upcoming = await loadWindows(`${base}/upcoming.json`);
      const active = await loadWindows(`${base}/active.json`);
      return [...new Map([...upcoming, ...active].map((window) => [window.id, window])).values()];
    },
  };
}

function baseOf(url: string): string {
  const page = URL.canParse(url) ? new URL(url) : undefined;
  if (page?.protocol !== 'https:' && page?.protocol !== 'http:') {
    throw new KitError(
      'MK321',
      `statuspageWindows() has the url ${JSON.stringify(url)}, so it can't ask the status page: give its absolute URL, such as "https://status.example.com".`,
    );
  }
  return `${page.origin}${page.pathname.replace(/\/+$/, '')}/api/v2/scheduled-maintenances`;
}

async function loadWindows(url: string): Promise<readonly MaintenanceWindow[]> {
  const text = await loadText(url, BODY_LIMIT_BYTES, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  const body: unknown = JSON.parse(text);
  return v
    .parse(answerSchema, body)
    .scheduled_maintenances.map(windowOf)
    .filter((window) => window !== undefined);
}

function windowOf(maintenance: unknown): MaintenanceWindow | undefined {
  const { success, output } = v.safeParse(maintenanceSchema, maintenance);
  if (!success || output.status === 'completed') return undefined;
  return parseMaintenanceWindow({
    id: output.id,
    startsAt: output.scheduled_for,
    endsAt: output.scheduled_until,
  });
}
