import type { Platform } from '../platform/platform.ts';

/** What was typed into one form, by field name. */
export type Draft = Readonly<Record<string, string>>;

export interface Drafts {
  readonly read: (form: string) => Draft;
  /**
   * Keeps one value. A secret one is kept in memory only and dies with the page; a field that was secret once stays
   * so.
   */
  readonly write: (
    form: string,
    field: string,
    value: string,
    options: { readonly isSecret: boolean },
  ) => void;
  /** Forgets a form. With `sent`, only the fields whose value is still the one in it. */
  readonly clear: (form: string, sent?: Draft) => void;
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
  /** Which fields have been secret, by form. */
  const secrets = new Map<string, Set<string>>();

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

  function store(form: string, values: Record<string, string>): void {
    stored.set(form, values);
    if (Object.keys(values).length === 0) {
      attempt(() => storage?.removeItem(PREFIX + form));
      return;
    }
    const names = index();
    attempt(() => {
      if (!names.includes(form)) storage?.setItem(INDEX, JSON.stringify([...names, form]));
      storage?.setItem(PREFIX + form, JSON.stringify({ savedAt: now(), values }));
    });
  }

  function clear(form: string, sent?: Draft): void {
    const left = (values: Record<string, string> = {}): Record<string, string> =>
      sent ? without(values, (field, value) => Object.hasOwn(sent, field) && sent[field] === value) : {};
    memory.set(form, left(memory.get(form)));
    store(form, left(load(form)));
  }

  return {
    read: (form) => ({ ...load(form), ...memory.get(form) }),
    write(form, field, value, { isSecret }) {
      const known = secrets.get(form) ?? new Set();
      if (!isSecret && !known.has(field)) {
        store(form, { ...load(form), [field]: value });
        return;
      }
      secrets.set(form, known.add(field));
      memory.set(form, { ...memory.get(form), [field]: value });
      if (Object.hasOwn(load(form), field))
        store(
          form,
          without(load(form), (name) => name === field),
        );
    },
    clear,
    clearAll() {
      for (const form of new Set([...memory.keys(), ...stored.keys(), ...index()])) clear(form);
      attempt(() => storage?.removeItem(INDEX));
    },
  };
}

function without(
  values: Readonly<Record<string, string>>,
  isGone: (field: string, value: string) => boolean,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([field, value]) => !isGone(field, value)));
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
