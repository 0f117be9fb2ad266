/** The drafts of one visit, as the storage contains them. */
export interface StoredDrafts {
  /** The fingerprint of the owner; `null` for a visitor. */
  readonly owner: string | null;
  readonly forms: ReadonlyMap<string, StoredForm>;
}

export interface StoredForm {
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  readonly values: ReadonlyMap<string, string>;
}

/** The longest `Retry-After` that the kit accepts. */
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

export function formatDrafts({ owner, forms }: StoredDrafts): string {
  return JSON.stringify({
    owner,
    forms: Object.fromEntries(
      [...forms].map(([name, { savedAt, values }]) => [
        name,
        { savedAt, values: Object.fromEntries(values) },
      ]),
    ),
  });
}

/** Parses the output of `formatDrafts`. Skips expired forms and foreign data; never throws. */
export function parseDrafts(text: string | null | undefined, now: number): StoredDrafts | undefined {
  // Nothing is stored: an error that JSON.parse throws for it would be the most expensive part of mounting a form.
  if (!text) return undefined;
  const stored = parseJson(text);
  const owner = stored.get('owner');
  if (owner !== null && typeof owner !== 'string') return undefined;
  const forms = [...entriesOf(stored.get('forms'))].flatMap(([name, form]) => {
    const parsed = parseForm(entriesOf(form), now);
    return parsed ? [[name, parsed] as const] : [];
  });
  return { owner, forms: new Map(forms) };
}

function parseForm(form: ReadonlyMap<string, unknown>, now: number): StoredForm | undefined {
  const savedAt = form.get('savedAt');
  // A draft from the future expires too: the user has set the clock back.
  if (typeof savedAt !== 'number' || !(Math.abs(now - savedAt) < KEPT_FOR_MS)) return undefined;
  const values = [...entriesOf(form.get('values'))].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { savedAt, values: new Map(values) };
}

function parseJson(text: string): ReadonlyMap<string, unknown> {
  try {
    return entriesOf(JSON.parse(text));
  } catch {
    return new Map();
  }
}

/** Returns the own properties of a foreign value. A map, because names like `__proto__` are ordinary keys in it. */
function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
