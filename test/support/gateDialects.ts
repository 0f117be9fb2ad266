import {
  discourse,
  gitlab,
  laravel,
  mediaWiki,
  mozillaAddons,
  nextcloud,
  plain503,
  type Dialect,
  type DialectOptions,
} from '../../src/dialects/index.ts';

/** The dialects in which a gate answers, by name. */
export const gateDialects: Readonly<Record<string, (options: DialectOptions) => Dialect>> = {
  discourse,
  gitlab,
  laravel,
  mediaWiki,
  mozillaAddons,
  nextcloud,
  plain503: (options) => plain503({ header: 'X-Maintenance', ...options }),
};
