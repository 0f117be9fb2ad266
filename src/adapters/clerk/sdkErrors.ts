import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import { parseMaintenanceNotice } from '../../protocol/parseMaintenanceNotice.ts';
import { SystemUnderMaintenanceError } from '../../protocol/SystemUnderMaintenanceError.ts';
import { readRefusal, toAuthError } from '../frontend-api/refusals.ts';
import { RequestFailedError } from '../RequestFailedError.ts';

/** An error of the API's, as the SDK tells it. It is known by its shape: the name of its class is a build's. */
const apiError = v.object({
  status: v.number(),
  errors: v.array(
    v.pipe(
      v.object({
        code: v.string(),
        meta: v.nullish(v.object({ paramName: v.nullish(v.string()) })),
      }),
      v.transform(({ code, meta }) => ({ code, meta: { param_name: meta?.paramName } })),
    ),
  ),
});

/** What the browser told the SDK, whatever the API answered before: `passkey_retrieval_cancelled`. */
const browserError = v.object({ code: v.pipe(v.string(), v.startsWith('passkey_')) });

/** The refusal that came of no answer: somebody said no, or the kit found that there is nothing to ask for. */
export function ownRefusal(error: unknown): AuthError | undefined {
  if (error instanceof AuthError) return error;
  const parsed = v.safeParse(browserError, error);
  return parsed.success ? toAuthError(parsed.output.code) : undefined;
}

/** What the SDK was rejected with where no answer was heard, which would say more. */
export function toError(error: unknown): Error {
  const notice = parseMaintenanceNotice(error);
  if (notice) return new SystemUnderMaintenanceError({ notice, cause: error });

  const parsed = v.safeParse(apiError, error);
  if (!parsed.success) return new RequestFailedError({ cause: error });
  const { status, errors } = parsed.output;
  const refusal = status < 500 ? readRefusal(status, { errors }) : undefined;
  return refusal ?? new RequestFailedError({ status, cause: error });
}
