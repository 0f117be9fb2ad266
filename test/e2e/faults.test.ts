import type { BrowserContext, Page } from '@playwright/test';
import { english } from '../../src/messages/english.ts';
import { createRandom, type Random } from './faults/createRandom.ts';
import { createRandomUser } from './faults/createRandomUser.ts';
import { expectFewRequests, expectNothingBroken, expectTrueBanners, type Tab } from './faults/invariants.ts';
import { startFaultProxy, type Exchange, type FaultProxy } from './faults/startFaultProxy.ts';
import { createAccount, createTestUser, expect, partsOf, test, type TestUser } from './playground.ts';

// A failing run names its seed: FAULTS_SEED replays it. FAULTS_RUNS and FAULTS_STEPS make a long run.
const firstSeed = Number(process.env['FAULTS_SEED'] ?? 1);
const runs = Number(process.env['FAULTS_RUNS'] ?? 2);
const steps = Number(process.env['FAULTS_STEPS'] ?? 25);

const MAX_TABS = 3;

for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
  test(`a user on a bad network keeps all input and recovers without a reload (seed ${seed}, ${steps} steps)`, async ({
    page,
    context,
    request,
    service,
    baseURL,
  }) => {
    test.setTimeout(60_000 + steps * 10_000);
    const testUser = createTestUser();
    // With the cookies of the page, every second user is signed in from the start.
    await createAccount(seed % 2 === 0 ? page.request : request, testUser);
    const proxy = await startFaultProxy(baseURL ?? '', createRandom(seed));
    const random = createRandom(-seed);
    const done: string[] = [];
    const world = createWorld({ context, proxy, random });
    let opened = 0;

    async function open(opening: Page): Promise<void> {
      opened += 1;
      const name = String(opened);
      await opening.setExtraHTTPHeaders({ 'x-tab': name });
      await opening.goto(proxy.address);
      const wait = (ms: number): Promise<void> => waitFor(opening, proxy, ms);
      const { isOffline } = world;
      const user = createRandomUser({ page: opening, service, testUser, random, isOffline, wait });
      world.tabs.push({ name, page: opening, user });
    }

    try {
      await open(page);
      for (let step = 0; step < steps; step += 1) {
        const change = await world.change(async () => open(await context.newPage()));
        if (change !== undefined) done.push(change);
        const acting = pickTabs(world.tabs, random);
        const before = proxy.exchanges.length;
        const known = await Promise.all(acting.map(isClosed));
        const actions = await Promise.all(acting.map((tab) => tab.user.act()));
        done.push(actions.map((action, index) => `${acting[index]?.name ?? ''} ${action}`).join(' while '));
        await settle(page, proxy);
        const exchanges = proxy.exchanges.slice(before);
        for (const tab of world.tabs) await expectNothingBroken(tab, proxy, exchanges);
        for (const [index, tab] of acting.entries()) {
          const isKnown = known[index] === true && acting.length === 1 && (await isClosed(tab));
          expectFewRequests(
            actions[index] ?? '',
            exchanges.filter((each) => each.tab === tab.name),
            isKnown,
          );
        }
        if (!actions.includes('reloads')) await expectTrueBanners(world.tabs, exchanges);
        expect(proxy.checksAtOnce(), 'one check at a time for all tabs').toBeLessThanOrEqual(1);
      }
      await service.set('operational');
      await world.calm();
      await expectRecovery(page, proxy, testUser);
    } catch (error) {
      console.error(`seed ${seed}: ${done.join(', ')}\n${proxy.exchanges.map(describe).join('\n')}`);
      throw error;
    } finally {
      await proxy.close();
    }
  });
}

function describe({ tab, request, fault, status }: Exchange): string {
  return `${tab} ${request}: ${status ?? 'broken'}${fault === 'none' ? '' : ` (${fault})`}`;
}

interface World {
  readonly tabs: Tab[];
  readonly isOffline: () => boolean;
  /** Changes something around the user now and then, and resolves to what it was. */
  readonly change: (openTab: () => Promise<void>) => Promise<string | undefined>;
  /** Ends all faults, and closes all tabs but the first. */
  readonly calm: () => Promise<void>;
}

/** Creates what the user doesn't decide: the network, the servers and releases. */
function createWorld({
  context,
  proxy,
  random,
}: {
  readonly context: BrowserContext;
  readonly proxy: FaultProxy;
  readonly random: Random;
}): World {
  const tabs: Tab[] = [];
  const { conditions } = proxy;
  let isOffline = false;

  async function setOffline(next: boolean): Promise<string> {
    isOffline = next;
    await context.setOffline(next);
    return next ? 'the network goes' : 'the network returns';
  }

  async function closeLast(): Promise<void> {
    await tabs.pop()?.page.close();
  }

  return {
    tabs,
    isOffline: () => isOffline,
    async change(openTab) {
      if (isOffline) return random.below(3) === 0 ? setOffline(false) : undefined;
      switch (random.below(60)) {
        case 0:
          return setOffline(true);
        case 1:
        case 2:
          conditions.isReleased = !conditions.isReleased;
          return conditions.isReleased ? 'a release removes the lazy files' : 'the lazy files are back';
        case 3:
        case 4:
          conditions.nodes = random.pick(['together', 'together', 'half', 'flapping']);
          return `the servers switch: ${conditions.nodes}`;
        case 5:
        case 6:
        case 7:
          if (tabs.length === MAX_TABS) return undefined;
          await openTab();
          return 'a tab opens';
        case 8:
          if (tabs.length < 2) return undefined;
          await closeLast();
          return 'a tab closes';
        default:
          return undefined;
      }
    },
    async calm() {
      await setOffline(false);
      proxy.setFaults(false);
      Object.assign(conditions, { nodes: 'together', isReleased: false });
      while (tabs.length > 1) await closeLast();
    },
  };
}

/** Picks a tab, and now and then a second one that acts at the same time. */
function pickTabs(tabs: readonly Tab[], random: Random): readonly Tab[] {
  const first = random.pick(tabs);
  const others = tabs.filter((tab) => tab !== first);
  return others.length > 0 && random.below(4) === 0 ? [first, random.pick(others)] : [first];
}

/** Moves the clock in small steps, because answers take real time. */
async function waitFor(page: Page, proxy: FaultProxy, ms: number): Promise<void> {
  for (let waited = 0; waited < ms; waited += 2_000) {
    await page.clock.runFor(Math.min(2_000, ms - waited));
    await proxy.idle();
  }
}

/** Waits until pending requests are answered and rendered. */
async function settle(page: Page, proxy: FaultProxy): Promise<void> {
  await page.clock.runFor(100);
  await proxy.idle();
  await page.clock.runFor(100);
}

async function isClosed({ page }: Pick<Tab, 'page'>): Promise<boolean> {
  const availability = await page.evaluate(() =>
    document.querySelector('[data-slot="maintenance-banner"]')?.getAttribute('data-availability'),
  );
  return availability === 'read-only' || availability === 'unavailable';
}

/** Advances the page's clock until everything works, and uses it. */
async function expectRecovery(page: Page, proxy: FaultProxy, testUser: TestUser): Promise<void> {
  const { email, password, submit, notes, note, addNote } = partsOf(page);
  const close = page.getByRole('button', { name: english.actions.close, exact: true }).first();
  if (await close.isVisible()) await close.click();
  await page.evaluate(() => location.replace('#notes'));

  const isWell = async (): Promise<boolean> =>
    !(await isClosed({ page })) && ((await email.isVisible()) || (await notes.isVisible()));
  for (let waited = 0; waited < 600 && !(await isWell()); waited += 10) {
    await page.clock.runFor(10_000);
    await settle(page, proxy);
  }
  expect(await isWell(), 'the page recovers within ten minutes').toBe(true);

  if (await email.isVisible()) {
    await page.evaluate(() => location.replace('#sign-in'));
    await email.fill(testUser.email);
    await password.fill(testUser.password);
    await submit.click();
    await expect(notes).toBeVisible();
  }
  const text = `after everything ${proxy.exchanges.length}`;
  await note.fill(text);
  await addNote.click();
  await expect(notes.getByRole('listitem').filter({ hasText: text })).toBeVisible();
}
