import type { BrowserContext, Page } from '@playwright/test';
import type { Service, TestUser } from '../playground.ts';
import type { Random } from './createRandom.ts';
import { controlsOf, createRandomUser, type RandomUser } from './createRandomUser.ts';
import { installProbe, type Sight } from './probe.ts';
import type { FaultProxy } from './startFaultProxy.ts';

/** A tab of the user's browser. */
export interface Tab {
  /** What its requests have in the header `x-tab`. */
  readonly name: string;
  readonly page: Page;
  readonly user: RandomUser;
  /** What the tab showed when the clock last moved. */
  readonly sight: () => Sight;
  /** Whether the tab has shown the user since its last answer without a session. */
  readonly hasShownUser: () => boolean;
  /** What the page held when it first looked as it does now, with as many menus, forms and files. A reload forgets that. */
  readonly firstHeld: () => Sight['held'];
}

export interface World {
  readonly tabs: readonly Tab[];
  /** Changes something around the user now and then, and resolves to what it was. */
  readonly change: () => Promise<string | undefined>;
  /** Moves the clock of all tabs, and lets requests be answered in between. */
  readonly wait: (ms: number) => Promise<void>;
  /** Moves the clock until all requests are answered and rendered. */
  readonly settle: () => Promise<void>;
  /** Ends all faults, and closes all tabs but the first. */
  readonly calm: () => Promise<void>;
}

interface WorldOptions {
  readonly page: Page;
  readonly proxy: FaultProxy;
  readonly service: Service;
  readonly testUser: TestUser;
  readonly random: Random;
}

const MAX_TABS = 3;

/** How far the clock moves while a page renders, in milliseconds. */
const LOOK_MS = 100;

/** How far the clock moves at once: less than the timeout of a check, because answers take real time. */
const WAIT_MS = 9_000;

/** A chain of answers that is longer than this is a loop of requests. */
const MAX_ROUNDS = 50;

/** Creates the browser, with one tab open, and what the user doesn't decide: the network, the servers and releases. */
export async function createWorld({ page, proxy, service, testUser, random }: WorldOptions): Promise<World> {
  const context = page.context();
  const tabs: Tab[] = [];
  const clock = await createClock(context, proxy, tabs);
  const { conditions } = proxy;
  let isOffline = false;
  let opened = 0;

  async function open(opening: Page): Promise<void> {
    opened += 1;
    const name = String(opened);
    const firstHeld = new Map<string, Sight['held']>();
    await opening.setExtraHTTPHeaders({ 'x-tab': name });
    await clock.load(() => opening.goto(proxy.address));
    const user = createRandomUser({
      page: opening,
      service,
      testUser,
      random,
      isOffline: () => isOffline,
      wait: clock.wait,
      sleep: clock.sleep,
      async reload() {
        await clock.load(() => opening.reload({ waitUntil: 'domcontentloaded' }));
        firstHeld.clear();
      },
    });
    const sight = (): Sight => clock.sightOf(opening);
    let hasShownUser = false;
    tabs.push({
      name,
      page: opening,
      user,
      sight,
      hasShownUser() {
        const isKnown = proxy.sessionAnswer(name) === 'signed-in';
        hasShownUser = isKnown && (hasShownUser || sight().visible.includes('account'));
        return hasShownUser;
      },
      firstHeld() {
        const { hash, availability, menus, forms, files, visible, held } = sight();
        const look = [hash, availability, menus, forms, files, ...visible].join(' ');
        const first = firstHeld.get(look) ?? held;
        firstHeld.set(look, first);
        return first;
      },
    });
    await clock.settle();
  }

  async function setOffline(next: boolean): Promise<string> {
    isOffline = next;
    await context.setOffline(next);
    return next ? 'the network goes' : 'the network returns';
  }

  async function closeLast(): Promise<void> {
    await tabs.pop()?.page.close();
  }

  await context.addInitScript(installProbe, controlsOf(testUser));
  await open(page);

  return {
    tabs,
    wait: clock.wait,
    settle: clock.settle,
    async change() {
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
          if (tabs.length === MAX_TABS) return undefined;
          await open(await context.newPage());
          return 'a tab opens';
        case 6:
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

/**
 * Creates the one clock of all tabs. It stands still unless the test moves it, so a seed repeats the same run. The tabs move
 * through the probe: `page.clock.runFor` also stores each call for the next page, which takes longer with every step.
 */
async function createClock(context: BrowserContext, proxy: FaultProxy, tabs: readonly Tab[]) {
  const sights = new Map<Page, Sight>();
  // The clock runs until it stops, which may take a while on a busy machine.
  let now = Date.now() + 60_000;
  let turn: Promise<unknown> = Promise.resolve();
  await context.clock.pauseAt(now);

  /** A tab that loads its page has no clock to move. */
  function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const result = turn.then(run);
    turn = result.catch(() => {});
    return result;
  }

  function inTabs(ms: number, run: (page: Page) => Promise<void>): Promise<void> {
    return inTurn(async () => {
      now += ms;
      await Promise.all(tabs.map(({ page }) => run(page)));
    });
  }

  function advance(ms: number): Promise<void> {
    return inTabs(ms, (page) => page.evaluate((time) => globalThis.faultsProbe.advance(time), ms));
  }

  /** Moves the clock a little, and looks. */
  function look(): Promise<void> {
    return inTabs(LOOK_MS, async (page) => {
      const sight = await page.evaluate(async (time) => {
        await globalThis.faultsProbe.advance(time);
        return globalThis.faultsProbe.look();
      }, LOOK_MS);
      sights.set(page, sight);
    });
  }

  async function settle(): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const arrived = proxy.arrived();
      await proxy.idle();
      await look();
      const isAnswered = tabs.every(({ sight }) => sight().pending === 0);
      if (isAnswered && proxy.arrived() === arrived && proxy.isIdle()) return;
    }
    throw new Error('The page sends requests without end.');
  }

  return {
    settle,
    sightOf(page: Page): Sight {
      const sight = sights.get(page);
      if (!sight) throw new Error('The tab was not looked at yet.');
      return sight;
    },
    wait: async (ms: number): Promise<void> => {
      for (let left = ms; left > 0; left -= WAIT_MS) {
        const arrived = proxy.arrived();
        await advance(Math.min(left, WAIT_MS));
        if (proxy.arrived() === arrived) continue;
        await inTabs(0, (page) => page.evaluate(() => globalThis.faultsProbe.shareAgain()));
        await settle();
      }
    },
    /** Moves the wall clocks of all tabs at once. Their timers didn't run while the device slept. */
    sleep: (ms: number) =>
      inTurn(() => {
        now += ms;
        return context.clock.setSystemTime(now);
      }),
    /** Loads a page, which continues with the time of the others. */
    load: (run: () => Promise<unknown>) =>
      inTurn(async () => {
        await context.clock.pauseAt(now);
        await run();
      }),
  };
}
