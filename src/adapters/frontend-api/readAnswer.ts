import * as v from 'valibot';
import { readNotice } from '../../protocol/lazyReader.ts';
import { SystemUnderMaintenanceError } from '../../protocol/SystemUnderMaintenanceError.ts';
import { RequestFailedError } from '../RequestFailedError.ts';
import { emptyAnswer, type Answer } from './answer.ts';
import { readApiError } from './apiErrors.ts';

/** The longest wait for the body of a rejection. After it, the beginning of the body decides. */
const READ_LIMIT_MS = 5_000;

/**
 * Reads an unread response with the schema `answer`. If it is a clone, pass the `original`, which becomes the cause of
 * errors, because observers of `fetch` have seen that one.
 *
 * @throws {SystemUnderMaintenanceError} if the API reports a maintenance.
 * @throws {AuthError} if the API rejects the request.
 * @throws {RequestFailedError} for any other unexpected response.
 */
export async function readAnswer<Output>(
  answer: Answer<Output>,
  response: Response,
  original: Response = response,
): Promise<Output> {
  const { status } = response;
  const notice =
    status === 503 && (await readNotice(response, { signal: AbortSignal.timeout(READ_LIMIT_MS) }));
  if (notice) throw new SystemUnderMaintenanceError({ notice, cause: original });

  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const parsed = v.safeParse(answer, body);
    if (parsed.success) return parsed.output;
  } else if (status < 500) {
    const apiError = readApiError(status, body);
    if (apiError) throw apiError;
  }
  throw new RequestFailedError({ status, cause: original });
}

/** Reads the response of a request without data, as `readAnswer` does. */
export async function readEmptyAnswer(response: Response): Promise<void> {
  await readAnswer(emptyAnswer, response);
}
