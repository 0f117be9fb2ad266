/**
 * A mistake in how the kit is set up or called. Its message explains the mistake, its reason and how to fix it. The
 * number is stable; `docs/errors.md` explains each one.
 */
export class KitError extends Error {
  override readonly name = 'MaintenanceKitError';
  readonly number: string;

  /**
   * The package's build leaves messages out of production builds by making functions of them. Pass a function for a
   * message that servers need in production.
   */
  constructor(number: `MK${number}`, message: string | (() => string), options?: ErrorOptions) {
    super(`${number}: ${textOf(message) || 'See docs/errors.md.'}`, options);
    this.number = number;
  }
}

function textOf(message: string | (() => string)): string {
  try {
    return typeof message === 'string' ? message : message();
  } catch {
    // A browser without a bundler knows no `process`.
    return '';
  }
}

/**
 * Asserts what only the code of an application can get wrong. The package's build leaves the assertion out of production
 * builds, as it does with messages.
 *
 * @throws {KitError} what `assert` throws.
 */
export function inDevelopment(assert: () => void): void {
  try {
    assert();
  } catch (error) {
    // A browser without a bundler knows no `process`.
    if (error instanceof KitError) throw error;
  }
}
