import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import { loadReader } from '../../protocol/lazyReader.ts';
import { SystemUnderMaintenanceError } from '../../protocol/SystemUnderMaintenanceError.ts';
import { readApiError, toAuthError } from '../frontend-api/apiErrors.ts';
import { RequestFailedError } from '../RequestFailedError.ts';

/** An error of the API in the SDK's format. It is recognized by its shape, because builds rename its class. */
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

/** An error of the browser during an SDK call, such as `passkey_retrieval_cancelled`. */
const browserError = v.object({ code: v.pipe(v.string(), v.startsWith('passkey_')) });

/** Returns the `AuthError` for an error without a response: the user canceled, or there was nothing to request. */
export function clientErrorOf(error: unknown): AuthError | undefined {
  if (error instanceof AuthError) return error;
  const parsed = v.safeParse(browserError, error);
  return parsed.success ? toAuthError(parsed.output.code) : undefined;
}

/** Returns the error for an SDK error if no response was captured, which would contain more. */
export async function toError(error: unknown): Promise<Error> {
  const { parseMaintenanceNotice } = await loadReader();
  const notice = parseMaintenanceNotice(error);
  if (notice) return new SystemUnderMaintenanceError({ notice, cause: error });

  const parsed = v.safeParse(apiError, error);
  if (!parsed.success) return new RequestFailedError({ cause: error });
  const { status, errors } = parsed.output;
  const authError = status < 500 ? readApiError(status, { errors }) : undefined;
  return authError ?? new RequestFailedError({ status, cause: error });
}
