/**
 * A mistake in how the kit is set up or called. Its message explains the mistake, its reason and how to fix it. The
 * number is stable; `docs/errors.md` explains each one.
 */
export class KitError extends Error {
  override readonly name = 'MaintenanceKitError';
  readonly number: string;

  constructor(number: `MK${number}`, message: string, options?: ErrorOptions) {
    super(`${number}: ${message}`, options);
    this.number = number;
  }
}
