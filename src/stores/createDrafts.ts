import type { Platform } from '../platform/platform.ts';

/** What was typed into one form, by field name. */
export type Draft = Readonly<Record<string, string>>;

export interface Drafts {
  readonly read: (form: string) => Draft;
  /** Keeps one value. A secret one is kept in memory only and dies with the page. */
  readonly write: (
    form: string,
    field: string,
    value: string,
    options: { readonly isSecret: boolean },
  ) => void;
  readonly clear: (form: string) => void;
  /** On sign-out, nothing that was typed stays behind. */
  readonly clearAll: () => void;
}

const PREFIX = 'maintenance-kit:draft:';

/** Under which names there are drafts, those of forms too that this page has not shown. */
const INDEX = 'maintenance-kit:drafts';

/** As long as the longest `Retry-After` that is believed. */
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * Keeps what was typed through remounts and reloads: in `sessionStorage`, and secrets in memory alone. Where the
 * storage is full, forbidden or holds nonsense, memory serves for this page.
 */
export function createDrafts({ now, draftStorage: storage }: Pick<Platform, 'now' | 'draftStorage'>): Drafts {
  const memory = new Map<string, Record<string, string>>();
  const stored = new Map<string, Record<string, string>>();

  function load(form: string): Record<string, string> {
    const values =
      stored.get(form) ??
      parse(
        attempt(() => storage?.getItem(PREFIX + form)),
        now(),
      );
    stored.set(form, values);
    return values;
  }

  function index(): readonly string[] {
    const names: unknown = attempt((): unknown => JSON.parse(storage?.getItem(INDEX) ?? ''));
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  }

  function clear(form: string): void {
    memory.delete(form);
    stored.set(form, {});
    attempt(() => storage?.removeItem(PREFIX + form));
  }

  return {
    read: (form) => ({ ...load(form), ...memory.get(form) }),
    write(form, field, value, { isSecret }) {
      if (isSecret) {
        memory.set(form, { ...memory.get(form), [field]: value });
        return;
      }
      const values = { ...load(form), [field]: value };
      stored.set(form, values);
      const names = index();
      attempt(() => {
        if (!names.includes(form)) storage?.setItem(INDEX, JSON.stringify([...names, form]));
        storage?.setItem(PREFIX + form, JSON.stringify({ savedAt: now(), values }));
      });
    },
    clear,
    clearAll() {
      for (const form of new Set([...memory.keys(), ...stored.keys(), ...index()])) clear(form);
      attempt(() => storage?.removeItem(INDEX));
    },
  };
}

function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function parse(text: string | null | undefined, now: number): Record<string, string> {
  const saved: unknown = attempt((): unknown => JSON.parse(text ?? ''));
  if (typeof saved !== 'object' || saved === null || !('savedAt' in saved) || !('values' in saved)) return {};
  const { savedAt, values } = saved;
  const isFresh = typeof savedAt === 'number' && now - savedAt < KEPT_FOR_MS;
  if (!isFresh || typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string'));
}
