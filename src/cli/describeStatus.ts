import { MAX_AGE_S, statusText } from '../gate/statusResponse.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';
import type { ServiceStatus } from '../protocol/serviceStatus.ts';

const sentences: Readonly<Record<ServiceCheck, string>> = {
  operational: 'The service is operational: every request passes.',
  maintenance: 'The service is in maintenance: mutations are rejected, reads and session refresh pass.',
  unavailable: 'The service is unavailable: every request is rejected.',
};

/** Returns the status and what clients receive, as lines for a terminal. */
export function describeStatus(status: ServiceStatus): string {
  const { mode, since, retryAfter, windows } = status;
  const wait = retryAfter === undefined ? 'the Retry-After of the gate' : `Retry-After: ${retryAfter}`;
  const rejection = mode === 'operational' ? 'passes' : `503 maintenance_mode, ${wait}`;
  return [
    sentences[mode] + (since === undefined ? '' : ` Since ${since}.`),
    '',
    'Clients receive:',
    `  a mutation  ${rejection}`,
    `  a read      ${mode === 'unavailable' ? rejection : 'passes'}`,
    `  the check   200 ${statusText(status)}`,
    '',
    describeWindows(status),
    `Servers follow within a second. Caches may serve the last check for ${MAX_AGE_S} seconds.`,
    ...(windows.length > 0
      ? ['Windows only announce: use "on" and "off" to begin and end the maintenance.']
      : []),
  ].join('\n');
}

export function describeWindows({ windows }: ServiceStatus): string {
  if (windows.length === 0) return 'No windows are planned.';
  return [
    'Planned windows:',
    ...windows.map(({ id, startsAt, endsAt }) => `  ${id}  ${startsAt} to ${endsAt}`),
  ].join('\n');
}
