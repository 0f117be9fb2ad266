/**
 * A mistake in how the kit is set up or called, addressed to the developer: what is wrong, why, and how to
 * mend it. The number is stable; `docs/errors.md` explains each at length.
 */
export class KitError extends Error {
  override readonly name = 'MaintenanceKitError';
  readonly number: string;

  constructor(number: `MK${number}`, message: string, options?: ErrorOptions) {
    super(`${number}: ${message}`, options);
    this.number = number;
  }
}
