import { KitError } from '../protocol/KitError.ts';

/** The props that plain JavaScript can pass. */
type Unchecked = Readonly<
  Partial<
    Record<'adapter' | 'monitor' | 'watch' | 'apis' | 'check' | 'locale' | 'windows' | 'dialects', unknown>
  >
>;

/** Asserts that every prop is valid, so that a mistake throws here and not deeper in the kit. */
export function assertProviderProps({
  adapter,
  monitor,
  watch,
  apis,
  check,
  locale,
  windows,
  dialects,
}: Unchecked): void {
  if (adapter !== undefined && !hasFunction(adapter, 'loadSession')) {
    throw new KitError(
      'MK503',
      "The adapter given to <MaintenanceProvider> has no function loadSession, so it can't load a session: pass an adapter of the kit, or an object with the functions of AuthAdapter.",
    );
  }
  const wrong = [
    watch !== undefined && typeof watch !== 'boolean',
    [apis, dialects].some((list) => list !== undefined && !Array.isArray(list)),
    check !== undefined && typeof check !== 'function',
    monitor !== undefined && !hasFunction(monitor, 'subscribe'),
    locale !== undefined && !isLocale(locale),
    windows !== undefined && !Array.isArray(windows) && !hasFunction(windows, 'load'),
  ].indexOf(true);
  if (wrong === -1) return;
  throw new KitError(
    'MK504',
    `A prop of <MaintenanceProvider> has a value that it cannot use: ${
      [
        'watch takes true or false',
        'apis takes a list of base URLs, and dialects a list of dialects',
        'check takes a function that returns a promise',
        'monitor takes what createMaintenanceMonitor() returned',
        'locale takes a language tag like "en" or "pt-BR"',
        'windows takes a list of windows, or a source with the function load',
      ][wrong] ?? ''
    }. Change it, or leave it out.`,
  );
}

function isLocale(locale: unknown): boolean {
  try {
    return typeof locale === 'string' && Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

function hasFunction(value: unknown, name: string): boolean {
  return typeof (Object(value) as Readonly<Record<string, unknown>>)[name] === 'function';
}
