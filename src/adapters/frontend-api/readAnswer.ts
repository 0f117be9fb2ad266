import * as v from 'valibot';
import { readMaintenanceNotice } from '../../protocol/readMaintenanceNotice.ts';
import { SystemUnderMaintenanceError } from '../../protocol/SystemUnderMaintenanceError.ts';
import { RequestFailedError } from '../RequestFailedError.ts';
import type { Answer } from './answer.ts';
import { readRefusal } from './refusals.ts';

/**
 * Reads an unread response that is expected to be what `answer` says. Where it is a copy, `original` is what its
 * errors name as their cause, for that is the response that observers of `fetch` have seen.
 *
 * @throws {SystemUnderMaintenanceError} where the API says so.
 * @throws {AuthError} where it refuses.
 * @throws {RequestFailedError} where the response is neither, nor what was expected.
 */
export async function readAnswer<Output>(
  answer: Answer<Output>,
  response: Response,
  original: Response = response,
): Promise<Output> {
  const { status } = response;
  const notice = status === 503 && (await readMaintenanceNotice(response));
  if (notice) throw new SystemUnderMaintenanceError({ notice, cause: original });

  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const parsed = v.safeParse(answer, body);
    if (parsed.success) return parsed.output;
  } else if (status < 500) {
    const refusal = readRefusal(status, body);
    if (refusal) throw refusal;
  }
  throw new RequestFailedError({ status, cause: original });
}
