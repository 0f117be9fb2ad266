/** A command that can't be understood. Its message says what is wrong and how to fix it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
