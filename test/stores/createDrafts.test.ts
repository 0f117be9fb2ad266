import { describe, expect, it, vi } from 'vitest';
import { createDrafts, type Drafts } from '../../src/stores/createDrafts.ts';
import { createOwner, type OwnerStore } from '../../src/stores/createOwner.ts';
import type { SessionState } from '../../src/stores/sessionState.ts';
import { createTextStorage, createFakePlatform, type FakePlatform } from '../support/fakePlatform.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const visible = { isSecret: false };
const secret = { isSecret: true };

interface Page {
  readonly drafts: Drafts;
  readonly owner: OwnerStore;
  /** Sets the known session: a user's id, or `null` for a visitor. */
  readonly learn: (id: string | null) => void;
}

/** Leaves the page and loads it again: the storage stays, memory doesn't. */
function reloadPage(platform: FakePlatform): Page {
  platform.hidePage();
  return loadPage(platform);
}

function loadPage(platform: FakePlatform): Page {
  const owner = createOwner();
  return {
    drafts: createDrafts(platform, owner),
    owner,
    learn(id) {
      const session: SessionState =
        id === null
          ? { status: 'signed-out' }
          : { status: 'signed-in', session: { id: 'sess', user: { id } }, stale: false };
      owner.follow(session, '/api');
    },
  };
}

function setUp(
  storedText?: string,
): Page & { readonly platform: FakePlatform; readonly stored: () => string } {
  const platform = createFakePlatform();
  platform.draftStorage = createTextStorage();
  if (storedText !== undefined) platform.draftStorage.setItem('maintenance-kit:drafts', storedText);
  return {
    ...loadPage(platform),
    platform,
    stored: () => platform.draftStorage?.getItem('maintenance-kit:drafts') ?? '',
  };
}

/** A storage that counts its reads and writes. */
function setUpCounted(): ReturnType<typeof setUp> & { readonly counts: { reads: number; writes: number } } {
  const page = setUp();
  const storage = createTextStorage();
  const counts = { reads: 0, writes: 0 };
  page.platform.draftStorage = {
    getItem(key) {
      counts.reads += 1;
      return storage.getItem(key);
    },
    setItem(key, value) {
      counts.writes += 1;
      storage.setItem(key, value);
    },
    removeItem: (key) => storage.removeItem(key),
  };
  return { ...page, ...loadPage(page.platform), counts };
}

describe('the drafts of a user', () => {
  it.each([
    ['when another user signs in', 'bob'],
    ['when the session ends', null],
  ])('a user’s drafts are cleared %s, including secret ones', (_, next) => {
    const { drafts, learn, stored } = setUp();
    learn('ada');
    drafts.write('profile', 'name', 'Ada', visible);
    drafts.write('password', 'current', 'correct horse', secret);
    const listener = vi.fn<(change: string) => void>();
    drafts.subscribe(listener);
    learn(next);
    expect(drafts.read('profile')).toEqual({});
    expect(drafts.read('password')).toEqual({});
    expect(stored()).toBe('');
    expect(listener).toHaveBeenCalledExactlyOnceWith('cleared');
  });

  it('a user’s drafts stay while the session cannot be refreshed', () => {
    const { drafts, learn, owner } = setUp();
    learn('ada');
    drafts.write('profile', 'name', 'Ada', visible);
    owner.follow({ status: 'unknown' }, '/api');
    expect(drafts.read('profile')).toEqual({ name: 'Ada' });
  });

  it('a user’s drafts are read after a reload only once the session is known to be that user’s', () => {
    const { drafts, learn, platform } = setUp();
    learn('ada');
    drafts.write('profile', 'name', 'Ada', visible);

    const reloaded = reloadPage(platform);
    const listener = vi.fn<(change: string) => void>();
    reloaded.drafts.subscribe(listener);
    expect(reloaded.drafts.read('profile')).toEqual({});
    reloaded.learn('ada');
    expect(listener).toHaveBeenCalledExactlyOnceWith('restored');
    expect(reloaded.drafts.read('profile')).toEqual({ name: 'Ada' });
  });

  it.each([
    ['another user', 'bob'],
    ['a visitor', null],
  ])('a user’s drafts are never read by %s, even of forms that the page has not shown', (_, next) => {
    const { drafts, learn, platform, stored } = setUp();
    learn('ada');
    drafts.write('profile', 'name', 'Ada', visible);
    drafts.write('other form', 'title', 'Notes of Ada', visible);
    const reloaded = reloadPage(platform);
    reloaded.learn(next);
    expect(reloaded.drafts.read('profile')).toEqual({});
    expect(stored()).toBe('');
  });

  it('a user’s drafts include input from before the session is known', () => {
    const { drafts, learn, platform } = setUp();
    learn('ada');
    drafts.write('profile', 'name', 'Ada', visible);
    const reloaded = reloadPage(platform);
    reloaded.drafts.write('profile', 'bio', 'Analyst', visible);
    expect(reloaded.drafts.read('profile')).toEqual({ bio: 'Analyst' });
    reloaded.learn('ada');
    expect(reloaded.drafts.read('profile')).toEqual({ name: 'Ada', bio: 'Analyst' });
    const again = reloadPage(platform);
    again.learn('ada');
    expect(again.drafts.read('profile')).toEqual({ name: 'Ada', bio: 'Analyst' });
  });

  it('a user’s drafts are stored without the user’s id', () => {
    const { drafts, learn, platform, stored } = setUp();
    learn('ada@example.com');
    drafts.write('profile', 'name', 'A.', visible);
    platform.hidePage();
    expect(stored()).toContain('A.');
    expect(stored()).not.toContain('ada');
  });
});

describe('the drafts of a visitor', () => {
  it('a visitor’s drafts are read after a reload before the session is known', () => {
    const { drafts, learn, platform } = setUp();
    learn(null);
    drafts.write('contact', 'text', 'Hello', visible);
    expect(reloadPage(platform).drafts.read('contact')).toEqual({ text: 'Hello' });
  });

  it('a visitor’s drafts stay on sign-in and belong to that session', () => {
    const { drafts, learn, stored } = setUp();
    learn(null);
    drafts.write('contact', 'text', 'Hello', visible);
    learn('ada');
    expect(drafts.read('contact')).toEqual({ text: 'Hello' });
    learn('bob');
    expect(drafts.read('contact')).toEqual({});
    expect(stored()).toBe('');
  });
});

describe('the storage', () => {
  it('the storage never holds a secret, even of a field that was not secret before', () => {
    const { drafts, platform, stored } = setUp();
    drafts.write('form', 'word', 'visible', visible);
    platform.hidePage();
    drafts.write('form', 'word', 'hidden', secret);
    expect(drafts.read('form')).toEqual({ word: 'hidden' });
    expect(stored()).toBe('');
  });

  it.each([
    ['kept for less than a day', DAY_MS - 1, { name: 'Ada' }],
    ['given up after a day', DAY_MS, {}],
    ['given up when they are dated more than a day ahead', -DAY_MS, {}],
  ])('the storage holds drafts that are %s', async (_, ageMs, expected) => {
    const platform = createFakePlatform();
    const savedAt = platform.now() - ageMs;
    const { drafts } = setUp(
      JSON.stringify({ owner: null, forms: { profile: { savedAt, values: { name: 'Ada' } } } }),
    );
    expect(drafts.read('profile')).toEqual(expected);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'the storage keeps a form and a field named %s',
    (name) => {
      const { drafts, platform } = setUp();
      expect(drafts.read(name)[name]).toBeUndefined();
      drafts.write(name, name, 'typed', visible);
      expect(reloadPage(platform).drafts.read(name)[name]).toBe('typed');
      drafts.clear(name);
      expect(drafts.read(name)[name]).toBeUndefined();
      expect(({} as Record<string, unknown>)['typed']).toBeUndefined();
    },
  );

  it.each([
    'nonsense',
    'null',
    '[]',
    '"text"',
    '{}',
    '{"owner":5,"forms":{}}',
    '{"owner":null}',
    '{"owner":null,"forms":null}',
    '{"owner":null,"forms":[1,2]}',
    '{"owner":null,"forms":{"form":null}}',
    '{"owner":null,"forms":{"form":{"savedAt":"now","values":{"name":"x"}}}}',
    '{"owner":null,"forms":{"form":{"savedAt":1767268800000,"values":{"name":{"nested":1}}}}}',
    '{"owner":null,"forms":{"form":{"savedAt":1767268800000,"values":null}}}',
    '{"__proto__":{"owner":null},"forms":{"__proto__":{"savedAt":1767268800000,"values":{"name":"x"}}}}',
  ])('the storage may hold %s', (text) => {
    const { drafts, learn } = setUp(text);
    expect(drafts.read('form')).toEqual({});
    drafts.write('form', 'name', 'Ada', visible);
    learn('ada');
    expect(drafts.read('form')).toEqual({ name: 'Ada' });
  });

  it('memory replaces a full or forbidden storage', () => {
    const platform = createFakePlatform();
    const deny = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    platform.draftStorage = { getItem: deny, setItem: deny, removeItem: deny };
    const { drafts, learn } = loadPage(platform);
    drafts.write('form', 'name', 'Ada', visible);
    platform.hidePage();
    learn('ada');
    expect(drafts.read('form')).toEqual({ name: 'Ada' });
    learn('bob');
    expect(drafts.read('form')).toEqual({});
  });
});

describe('the time of storing', () => {
  it('a long text in each of 20 fields costs one read and one write of the storage every 250 ms', async () => {
    const { drafts, platform, counts } = setUpCounted();
    const text = 'x'.repeat(20_000);
    for (let key = 0; key < 1_000; key += 1) {
      for (let at = 0; at < 20; at += 1) drafts.write('form', `field ${at}`, text + String(key), visible);
      if (key === 500) await platform.advance(250);
    }
    await platform.advance(250);
    expect(counts).toEqual({ reads: 2, writes: 2 });
    expect(Object.keys(loadPage(platform).drafts.read('form'))).toHaveLength(20);
    expect(platform.timersDueAt).toEqual([]);
  });

  it('a page that crashes loses no input that is older than 250 ms', async () => {
    const { drafts, platform } = setUp();
    drafts.write('form', 'name', 'Ada', visible);
    await platform.advance(249);
    drafts.write('form', 'name', 'Ada Lovelace', visible);
    await platform.advance(1);
    expect(loadPage(platform).drafts.read('form')).toEqual({ name: 'Ada Lovelace' });
  });

  it('a page that is hidden has stored the last key press, and waits for nothing', () => {
    const { drafts, platform } = setUp();
    drafts.write('form', 'name', 'Ada', visible);
    platform.hidePage();
    expect(loadPage(platform).drafts.read('form')).toEqual({ name: 'Ada' });
    expect(platform.timersDueAt).toEqual([]);
  });

  it('a secret is typed without a use of the storage', () => {
    const { drafts, platform, counts } = setUpCounted();
    drafts.write('form', 'word', 'h', secret);
    const before = { ...counts };
    for (const text of ['hu', 'hun', 'hunt']) drafts.write('form', 'word', text, secret);
    platform.hidePage();
    expect(counts).toEqual(before);
  });

  it('input that is sent before it is stored is gone, with its older value', async () => {
    const { drafts, platform, stored } = setUp();
    drafts.write('form', 'name', 'Ada', visible);
    await platform.advance(250);
    drafts.write('form', 'name', 'Ada Lovelace', visible);
    drafts.clear('form', drafts.read('form'));
    await platform.advance(250);
    expect(stored()).toBe('');
  });

  it('input that is not stored yet is never stored after its user is gone', async () => {
    const { drafts, learn, platform, stored } = setUp();
    learn('ada');
    drafts.write('form', 'name', 'Ada', visible);
    learn(null);
    await platform.advance(250);
    platform.hidePage();
    expect(stored()).toBe('');
  });
});
