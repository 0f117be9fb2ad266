/** An error that keeps the playground from starting, with a message for the developer. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Returns the system's error code, such as "EADDRINUSE". */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
