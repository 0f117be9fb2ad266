import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import { parseMaintenanceNotice } from '../../protocol/parseMaintenanceNotice.ts';
import { SystemUnderMaintenanceError } from '../../protocol/SystemUnderMaintenanceError.ts';
import { RequestFailedError } from '../RequestFailedError.ts';
import type { BetterAuthFetchOptions } from './client.ts';
import { toAuthError } from './apiErrors.ts';

const clientResult = v.object({ data: v.unknown(), error: v.unknown() });
const failure = v.object({
  status: v.number(),
  code: v.optional(v.string()),
  message: v.optional(v.string()),
});

/** The client's own parser reads an empty body as `null`, which would mean "signed out". */
function jsonParser(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function toError(error: unknown, response: Response | undefined): Error {
  const cause = response ?? error;
  const notice = parseMaintenanceNotice(
    response ? { status: response.status, headers: response.headers, body: error } : error,
  );
  if (notice) return new SystemUnderMaintenanceError({ notice, cause });

  const parsed = v.safeParse(failure, error);
  if (!parsed.success) return new RequestFailedError({ cause });
  const { status, code, message } = parsed.output;
  if (status === 429) return new AuthError('rate_limited', { backendCode: code, status });
  if (status < 500 && code !== undefined) return toAuthError(code, status, message);
  return new RequestFailedError({ status, cause });
}

/** Sends one request and reads its data, whether the client returns its errors or throws them. */
export async function request<Schema extends v.GenericSchema>(
  schema: Schema,
  run: (fetchOptions: BetterAuthFetchOptions) => Promise<unknown>,
): Promise<v.InferOutput<Schema>> {
  let response: Response | undefined;
  const result = v.safeParse(
    clientResult,
    await run({
      throw: false,
      jsonParser,
      onResponse: (context) => {
        response = context.response;
      },
    }),
  );
  if (result.success && result.output.error) throw toError(result.output.error, response);
  const data = v.safeParse(schema, result.success ? result.output.data : undefined);
  if (data.success) return data.output;
  throw new RequestFailedError({ status: response?.status, cause: response });
}
