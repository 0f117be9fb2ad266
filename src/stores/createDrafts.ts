// Over 200 lines: the functions share the drafts of one page, in memory and in the storage.
import type { Platform } from '../platform/platform.ts';
import type { OwnerStore } from './createOwner.ts';
import { createStore } from './createStore.ts';
import { hashOf } from './hashOf.ts';
import { formatDrafts, parseDrafts, type StoredDrafts, type StoredForm } from './storedDrafts.ts';

/** The text of one form, by field name. Without a prototype: a field may be named `constructor`. */
export type Draft = Readonly<Record<string, string>>;

/**
 * - `restored`: drafts that couldn't be read before may be readable now.
 * - `cleared`: every draft is deleted, and mounted forms must stop showing them.
 */
type DraftsChange = 'restored' | 'cleared';

export interface Drafts {
  readonly read: (form: string) => Draft;
  /**
   * Stores one value. A secret value stays in memory and is lost on reload. A field that was secret once stays
   * secret.
   */
  readonly write: (
    form: string,
    field: string,
    value: string,
    options: { readonly isSecret: boolean },
  ) => void;
  /** Clears a form. With `sent`, clears only the fields whose value is unchanged since then. */
  readonly clear: (form: string, sent?: Draft) => void;
  /** Clears every draft, even of forms that this page has not shown. */
  readonly clearAll: () => void;
  /** Moves what was written to the storage now. */
  readonly flush: () => void;
  readonly subscribe: (listener: (change: DraftsChange) => void) => () => void;
}

const STORAGE_KEY = 'maintenance-kit:drafts';

/** A crash of the page costs the user at most the input of this time. */
const STORE_EVERY_MS = 250;

/**
 * Creates the store that keeps the user's input through remounts and reloads: in `sessionStorage`, and secrets in
 * memory only. If the storage is full, forbidden or holds something else, this page keeps everything in memory.
 *
 * A key press changes memory only, since the storage takes all drafts as one text. The storage follows within 250 ms, and
 * before the page is hidden or goes.
 *
 * Drafts belong to their owner. When a user's session ends or another user signs in, all of them are cleared. After a
 * reload, a user's drafts stay unread until the session is known to be that user's. A visitor's drafts are readable
 * immediately, and belong to the user who signs in.
 */
export function createDrafts(
  {
    now,
    draftStorage: storage,
    setTimer,
    onPageHide,
  }: Pick<Platform, 'now' | 'draftStorage' | 'setTimer' | 'onPageHide'>,
  owner: OwnerStore,
): Drafts {
  const typed = new Map<string, Map<string, string>>();
  const secrets = new Map<string, Set<string>>();
  const changes = createStore<{ readonly change: DraftsChange } | undefined>(undefined);
  /** The forms whose input the storage doesn't have yet. */
  const unstored = new Set<string>();
  let stopWaiting: (() => void) | undefined;

  /** Returns the fingerprint of the current owner for the storage. */
  function mark(): string | null {
    const { key } = owner.getSnapshot();
    return typeof key === 'string' ? hashOf(key) : null;
  }

  function load(): StoredDrafts | undefined {
    return parseDrafts(
      attempt(() => storage?.getItem(STORAGE_KEY)),
      now(),
    );
  }

  /** Loads the stored forms that the current owner may read. Returns `undefined` if they are another owner's. */
  function loadForms(): Map<string, StoredForm> | undefined {
    const stored = load();
    if (stored && stored.owner !== null && stored.owner !== mark()) return undefined;
    return new Map(stored?.forms);
  }

  function store(forms: ReadonlyMap<string, StoredForm>): void {
    attempt(() => {
      if (forms.size === 0) storage?.removeItem(STORAGE_KEY);
      else storage?.setItem(STORAGE_KEY, formatDrafts({ owner: mark(), forms }));
    });
  }

  function save(forms: Map<string, StoredForm>, form: string): void {
    const values = new Map(forms.get(form)?.values);
    for (const [field, value] of typed.get(form) ?? []) {
      if (secrets.get(form)?.has(field)) values.delete(field);
      else values.set(field, value);
    }
    setValues(forms, form, { savedAt: now(), values });
  }

  function storeSoon(form: string): void {
    unstored.add(form);
    if (stopWaiting) return;
    const stops = [setTimer(flush, STORE_EVERY_MS), onPageHide(flush)];
    stopWaiting = () => {
      for (const stop of stops) stop();
    };
  }

  function flush(): void {
    if (unstored.size === 0) return;
    const forms = loadForms();
    if (forms) {
      for (const form of unstored) save(forms, form);
      store(forms);
    }
    // If the storage holds another owner's drafts and the session isn't known yet, the input stays in memory.
    settle();
  }

  function settle(): void {
    unstored.clear();
    stopWaiting?.();
    stopWaiting = undefined;
  }

  function clearAll(): void {
    settle();
    typed.clear();
    attempt(() => storage?.removeItem(STORAGE_KEY));
    changes.set({ change: 'cleared' });
  }

  let { key: previousKey } = owner.getSnapshot();
  owner.subscribe(() => {
    const wasUser = typeof previousKey === 'string';
    previousKey = owner.getSnapshot().key;
    if (wasUser) {
      clearAll();
      return;
    }
    // Input of a visitor, or from before the session was known, belongs to the session's user.
    const forms = loadForms() ?? new Map<string, StoredForm>();
    for (const form of typed.keys()) save(forms, form);
    store(forms);
    settle();
    changes.set({ change: 'restored' });
  });

  return {
    read(form) {
      const draft = Object.create(null) as Record<string, string>;
      for (const [field, value] of loadForms()?.get(form)?.values ?? []) draft[field] = value;
      for (const [field, value] of typed.get(form) ?? []) draft[field] = value;
      return draft;
    },
    write(form, field, value, { isSecret }) {
      const fields = typed.get(form) ?? new Map<string, string>();
      typed.set(form, fields.set(field, value));
      const known = secrets.get(form);
      if (known?.has(field)) return;
      storeSoon(form);
      if (!isSecret) return;
      secrets.set(form, new Set(known).add(field));
      // The storage may hold the value from before the field was secret.
      flush();
    },
    clear(form, sent) {
      // An older value in the storage would look like later input.
      flush();
      const isKept = ([field, value]: [string, string]): boolean =>
        sent !== undefined && !(Object.hasOwn(sent, field) && sent[field] === value);
      typed.set(form, new Map([...(typed.get(form) ?? [])].filter(isKept)));
      const forms = loadForms();
      const stored = forms?.get(form);
      if (!forms || !stored) return;
      setValues(forms, form, { ...stored, values: new Map([...stored.values].filter(isKept)) });
      store(forms);
    },
    clearAll,
    flush,
    subscribe: (listener) =>
      changes.subscribe(() => {
        const current = changes.getSnapshot();
        if (current) listener(current.change);
      }),
  };
}

function setValues(forms: Map<string, StoredForm>, name: string, form: StoredForm): void {
  if (form.values.size === 0) forms.delete(name);
  else forms.set(name, form);
}

function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
