import { describe, expect, it, vi } from 'vitest';
import { createAnnouncer, type Announcer } from '../../src/stores/createAnnouncer.ts';
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform.ts';

/** Creates an announcer and a list of its announcements. */
function setUp(): { announcer: Announcer; platform: FakePlatform; announced: string[] } {
  const platform = createFakePlatform();
  const announcer = createAnnouncer(platform);
  const announced: string[] = [];
  announcer.subscribe(() => announced.push(announcer.getSnapshot()?.text ?? ''));
  return { announcer, platform, announced };
}

describe('announcements of one moment', () => {
  it.each([
    ['the assertive one, when it comes first', ['assertive', 'polite'], 'assertive'],
    ['the assertive one, when it comes last', ['polite', 'assertive'], 'assertive'],
  ] as const)('are one: %s', async (_, urgencies, expected) => {
    const { announcer, platform, announced } = setUp();
    for (const urgency of urgencies) announcer.announce(urgency, urgency);
    await platform.advance(1000);
    expect(announced).toEqual([expected]);
    expect(announcer.getSnapshot()?.urgency).toBe(expected);
  });

  it('the latest of equally urgent announcements is made', async () => {
    const { announcer, platform, announced } = setUp();
    announcer.announce('first', 'polite');
    announcer.announce('second', 'polite');
    await platform.advance(1000);
    expect(announced).toEqual(['second']);
  });

  it('later announcements are separate, even with the same text', async () => {
    const { announcer, platform, announced } = setUp();
    announcer.announce('again', 'assertive');
    await platform.advance(1000);
    announcer.announce('again', 'polite');
    await platform.advance(1000);
    expect(announced).toEqual(['again', 'again']);
  });
});

describe('a pending action', () => {
  it('a pending action delays a polite announcement, and its own result replaces it', async () => {
    const { announcer, platform, announced } = setUp();
    let fail = (): void => {};
    announcer.hold(new Promise((_, reject) => (fail = () => reject(new TypeError('rejected')))));
    announcer.announce('maintenance', 'polite');
    await platform.advance(500);
    expect(announced).toEqual([]);
    announcer.announce('rejected', 'assertive');
    fail();
    await platform.advance(500);
    expect(announced).toEqual(['rejected']);
  });

  it('the delay is two seconds at most', async () => {
    const { announcer, platform, announced } = setUp();
    announcer.hold(new Promise(() => {}));
    announcer.announce('maintenance', 'polite');
    await platform.advance(3000);
    expect(announced).toEqual(['maintenance']);
  });

  it('an assertive announcement is not delayed', async () => {
    const { announcer, platform, announced } = setUp();
    announcer.hold(new Promise(() => {}));
    announcer.announce('rejected', 'assertive');
    await platform.advance(200);
    expect(announced).toEqual(['rejected']);
  });
});

describe('withdrawing', () => {
  it('withdraw discards a polite announcement, not an assertive one', async () => {
    const { announcer, platform, announced } = setUp();
    announcer.announce('maintenance', 'polite');
    announcer.withdraw();
    await platform.advance(1000);
    expect(announced).toEqual([]);
    announcer.announce('rejected', 'assertive');
    announcer.withdraw();
    await platform.advance(1000);
    expect(announced).toEqual(['rejected']);
  });

  it('withdraw keeps earlier announcements', async () => {
    const { announcer, platform } = setUp();
    announcer.announce('saved', 'polite');
    await platform.advance(1000);
    const notified = vi.fn<() => void>();
    announcer.subscribe(notified);
    announcer.announce('maintenance', 'polite');
    announcer.withdraw();
    await platform.advance(1000);
    expect(notified).not.toHaveBeenCalled();
    expect(announcer.getSnapshot()?.text).toBe('saved');
  });
});
