/** The playground cannot start, for a reason that one sentence tells to whoever started it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The system's code of a failure, such as "EADDRINUSE". */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
