import { createRandom, type Random } from './faults/createRandom.ts';
import { createWorld, type Tab, type World } from './faults/createWorld.ts';
import { expectFewRequests, expectNothingBroken, expectTrueBanners, isClosed } from './faults/invariants.ts';
import { startFaultProxy, type Exchange, type FaultProxy } from './faults/startFaultProxy.ts';
import { withOwnPlayground } from './faults/withOwnPlayground.ts';
import { createAccount, createTestUser, expect, partsOf, type TestUser } from './playground.ts';

const test = withOwnPlayground;

// A small page is painted faster.
test.use({ viewport: { width: 480, height: 640 } });

// FAULTS_WORKERS run at the same time.
test.describe.configure({ mode: 'parallel' });

// A failing run names its seed: FAULTS_SEED replays it. FAULTS_RUNS and FAULTS_STEPS make a long run.
const firstSeed = Number(process.env['FAULTS_SEED'] ?? 1);
const runs = Number(process.env['FAULTS_RUNS'] ?? 2);
const steps = Number(process.env['FAULTS_STEPS'] ?? 25);

for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
  test(`a user on a bad network keeps all input and recovers without a reload (seed ${seed}, ${steps} steps)`, async ({
    page,
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

    try {
      const world = await createWorld({ page, proxy, service, testUser, random });
      let taken = 0;
      while (taken < steps) taken += await takeStep(world, proxy, random, done);
      await service.set('operational');
      await world.calm();
      await expectRecovery(world, proxy, testUser);
    } catch (error) {
      console.error(`seed ${seed}: ${done.join(', ')}\n${proxy.exchanges.map(describe).join('\n')}`);
      throw error;
    } finally {
      await proxy.close();
    }
  });
}

/**
 * Lets the user act, in several tabs at the same time now and then, and checks what must hold afterwards. Adds the
 * names of the actions to `done`, and resolves to their number: each is a step.
 */
async function takeStep(world: World, proxy: FaultProxy, random: Random, done: string[]): Promise<number> {
  const before = proxy.exchanges.length;
  const change = await world.change();
  if (change !== undefined) done.push(change);
  const acting = pickTabs(world.tabs, random);
  const known = acting.map(isClosed);
  const actions = await Promise.all(acting.map((tab) => tab.user.act(tab.sight(), acting.length === 1)));
  done.push(actions.map((action, index) => `${acting[index]?.name ?? ''} ${action}`).join(' while '));
  await world.settle();
  const exchanges = proxy.exchanges.slice(before);
  await expectNothingBroken(world, proxy, exchanges);
  for (const [index, tab] of acting.entries()) {
    const isKnown = known[index] === true && acting.length === 1 && isClosed(tab);
    const own = exchanges.filter((each) => each.tab === tab.name);
    expectFewRequests(actions[index] ?? '', own, isKnown);
  }
  if (!actions.includes('reloads')) await expectTrueBanners(world, exchanges);
  if (proxy.checksAtOnce() > 1) throw new Error('Two checks are sent at a time.');
  return actions.length;
}

function describe({ tab, request, fault, status }: Exchange): string {
  return `${tab} ${request}: ${status ?? 'broken'}${fault === 'none' ? '' : ` (${fault})`}`;
}

/** Picks the tabs that act at the same time: in half of the cases one. */
function pickTabs(tabs: readonly Tab[], random: Random): readonly Tab[] {
  const first = random.pick(tabs);
  const isAlone = random.below(2) === 0;
  return tabs.filter((tab) => tab === first || (!isAlone && random.below(4) > 0));
}

/** Advances the page's clock until everything works, and uses it. */
async function expectRecovery({ tabs, wait, settle }: World, proxy: FaultProxy, testUser: TestUser) {
  const [tab] = tabs;
  if (!tab) throw new Error('The world has no tab.');
  const { page, sight } = tab;
  const { email, password, submit, notes, note, addNote } = partsOf(page);
  await page.evaluate(() => {
    const at = globalThis.faultsProbe.aim('close');
    if (at) document.elementFromPoint(at.x, at.y)?.closest('button')?.click();
    location.replace('#notes');
  });
  await settle();

  const isSeen = (control: string): boolean => sight().visible.includes(control);
  const isWell = (): boolean => !isClosed(tab) && (isSeen('email') || isSeen('note'));
  for (let waited = 0; waited < 600 && !isWell(); waited += 10) {
    await wait(10_000);
    await settle();
  }
  expect(isWell(), 'the page recovers within ten minutes').toBe(true);

  await page.clock.resume();
  const text = `after everything ${proxy.exchanges.length}`;
  const added = notes.getByRole('listitem').filter({ hasText: text });
  const signIn = async (): Promise<void> => {
    await page.evaluate(() => location.replace('#sign-in'));
    await email.fill(testUser.email);
    await password.fill(testUser.password);
    await submit.click();
    await expect(notes).toBeVisible();
  };
  const add = async (): Promise<void> => {
    await note.fill(text);
    await addNote.click();
  };
  if (isSeen('email')) await signIn();
  await add();
  // The user may have signed out in another tab, which this one learns now.
  await expect(added.or(email)).toBeVisible();
  if (await email.isVisible()) {
    await signIn();
    await add();
  }
  await expect(added).toBeVisible();
}
