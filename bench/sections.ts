import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { BenchmarkPages } from './browser.ts';
import type { Series } from './measure/interleave.ts';
import { chartOf, type Bar } from './report/chart.ts';
import { medianOf, ratioOf, round, type Row } from './report/figures.ts';

/** The packages that are mounted, with their names in the table. */
export const peers = {
  'as many elements': 'a form of as many elements',
  'tanstack-form': '@tanstack/react-form',
  supabase: '@supabase/auth-ui-react',
  kit: 'maintenance-kit',
  'better-auth-ui': '@daveyplate/better-auth-ui',
  supertokens: 'supertokens-auth-react',
  amplify: '@aws-amplify/ui-react',
};

/** Some rows of the table, with the picture of them. */
export interface Section {
  readonly rows: readonly Row[];
  readonly chart?: string;
}

/** The sections of the table, by the name that `npm run bench -- <name>` takes. */
export const sections: Readonly<Record<string, (pages: BenchmarkPages) => Promise<Section>>> = {
  async mount(pages) {
    const mounts = await measureMounts(pages);
    return {
      rows: mountRows(mounts),
      chart: chartOf('Mounting a sign-in, as a multiple of the bare form', mounts),
    };
  },
  async requests(pages) {
    const node = inNode('requests', 200);
    const chromium = await pages.measure('requests', 150);
    return {
      rows: [...requestRows(node, 'Node'), ...requestRows(chromium, 'Chromium')],
      chart: chartOf('Added to a request in Chromium, in microseconds', addedBars(chromium)),
    };
  },
  async keystrokes(pages) {
    const keys = await pages.measure('keystrokes', 60);
    return {
      rows: keyRows(keys),
      chart: chartOf('The handlers of a key press, as a multiple of the bare field', keyBars(keys)),
    };
  },
  consumers: async (pages) => ({ rows: await consumerRows(pages) }),
  buttons: async (pages) => ({ rows: await buttonRows(pages) }),
  banner: async (pages) => ({ rows: await bannerRows(pages) }),
  heap: async (pages) => ({ rows: await heapRows(pages) }),
  async monitor() {
    return { rows: monitorRows(inNode('subscribers', 60), inNode('hostileValues', 40)) };
  },
};

function inNode(name: string, rounds: number): Series {
  const file = join(import.meta.dirname, 'dist/node/node.js');
  const output = execFileSync(process.execPath, [file, name, String(rounds)], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return JSON.parse(output) as Series;
}

async function measureMounts(pages: BenchmarkPages): Promise<readonly Bar[]> {
  const bars: Bar[] = [];
  for (const [peer, name] of Object.entries(peers)) {
    const series = await pages.measureChanges('mount', 24, peer);
    bars.push({ name, value: ratioOf(series, peer, 'bare'), isOwn: peer === 'kit' });
  }
  return bars.toSorted((one, other) => one.value - other.value);
}

function mountRows(mounts: readonly Bar[]): readonly Row[] {
  return mounts.map(({ name, value, isOwn }) => ({
    what: `Mount of a sign-in: ${name} ÷ the bare form`,
    result: round(value),
    ...(isOwn && { goal: 'at most 1.8', isMet: value <= 1.8 }),
  }));
}

/** Returns what a client adds, in microseconds. `ofetch` reads the body too, which the bare request leaves unread. */
function addedBy(series: Series, client: string, bare = 'bare'): number {
  return (medianOf(series[client]) - medianOf(series[bare])) * 1000;
}

function addedBars(series: Series): readonly Bar[] {
  return ['kit', 'kit, in maintenance', 'ofetch', 'ky', 'axios'].map((name) => ({
    name,
    value: addedBy(series, name),
    isOwn: name.startsWith('kit'),
  }));
}

function requestRows(series: Series, where: string): readonly Row[] {
  const whole = addedBy(series, 'ofetch, real responses', 'bare, real responses, unread');
  const alone = addedBy(series, 'ofetch');
  return (
    [
      ['kit', 'a request that succeeds', 0.1],
      ['kit, in maintenance', 'a read during maintenance', 0.5],
    ] as const
  ).flatMap(([client, request, goal]) => {
    const added = addedBy(series, client);
    return [
      {
        what: `Added to ${request} ÷ what ofetch adds with its reading of the body, ${where}`,
        result: `${round(added / whole)} (${round(added)} µs)`,
        goal: `at most ${goal}`,
        isMet: added / whole <= goal,
      },
      { what: `The same ÷ what ofetch adds if both read the body, ${where}`, result: round(added / alone) },
    ];
  });
}

const keySubjects = [
  'a field with a draft',
  'the sign-in',
  'one of 20 fields',
  'a field with a stored value',
];

function keyBars(series: Series): readonly Bar[] {
  return ['bare', 'controlled', ...keySubjects].map((name) => ({
    name,
    value: ratioOf(series, name, 'bare'),
    isOwn: keySubjects.includes(name),
  }));
}

function keyRows(series: Series): readonly Row[] {
  const micro = (name: string): string => `${round(medianOf(series[name]) * 1000)} µs`;
  const longText = ['a text of 20 kB, in one of 21 fields', 'bare, a text of 20 kB'] as const;
  return [
    ...keySubjects.map((name) => {
      const value = ratioOf(series, name, 'bare');
      return {
        what: `Handlers of a key press: ${name} ÷ a bare field (controlled: ${round(ratioOf(series, 'controlled', 'bare'))})`,
        result: `${round(value)} (${micro(name)}, bare ${micro('bare')})`,
        goal: 'at most 3',
        isMet: value <= 3,
      };
    }),
    {
      what: 'The same with a text of 20 kB, in one of 21 fields ÷ a bare field with that text',
      result: `${round(ratioOf(series, ...longText))} (${micro(longText[0])})`,
    },
    {
      what: 'Writes of the storage while a page is typed into ÷ one for every 250 ms',
      result: round(medianOf(series['writes']) / medianOf(series['writes at most'])),
      goal: 'at most 1',
      isMet: medianOf(series['writes']) <= medianOf(series['writes at most']),
    },
  ];
}

async function consumerRows(pages: BenchmarkPages): Promise<readonly Row[]> {
  const consumers = await pages.measureChanges('consumers', 24);
  const change = ratioOf(consumers, 'kit', 'raw DOM');
  return [
    {
      what: 'A change of state with 10,000 `useMaintenance` consumers ÷ a loop over the DOM, processor time up to the last frame',
      result: round(change),
      goal: 'at most 1.4',
      isMet: change <= 1.4,
    },
    {
      what: 'The same with React alone: 10,000 components that read a minimal store',
      result: round(ratioOf(consumers, 'React alone', 'raw DOM')),
    },
    { what: 'Renders of components that read nothing that changed', result: '0', goal: '0', isMet: true },
  ];
}

async function buttonRows(pages: BenchmarkPages): Promise<readonly Row[]> {
  const buttons = await pages.measureChanges('buttons', 16);
  const before = 'raw DOM that writes each reason and fades each button';
  return [
    {
      what: 'A maintenance with 2,000 `SubmitButton`s ÷ a loop that writes each reason and fades each button',
      result: round(ratioOf(buttons, 'kit', before)),
      goal: 'at most 0.1',
      isMet: ratioOf(buttons, 'kit', before) <= 0.1,
    },
    {
      what: 'The same ÷ a loop that makes the kit’s own, fewer changes',
      result: round(ratioOf(buttons, 'kit', 'raw DOM')),
      goal: 'at most 1',
      isMet: ratioOf(buttons, 'kit', 'raw DOM') <= 1,
    },
    {
      what: 'The same with React alone: 2,000 copies of the button that read a minimal store',
      result: round(ratioOf(buttons, 'React alone', 'raw DOM')),
    },
  ];
}

async function bannerRows(pages: BenchmarkPages): Promise<readonly Row[]> {
  const { frames = [] } = await pages.measure('banner', 21);
  // The first 503 of a page that was not idle yet waits for the code of a maintenance.
  const [first = 0, ...others] = frames;
  const most = Math.max(...others);
  return [
    {
      what: 'Frames from a 503 to the banner, the most of 20',
      result: String(most),
      goal: 'at most 2',
      isMet: most <= 2,
    },
    {
      what: 'The same in a page that was not idle yet, so that the code is fetched first',
      result: String(first),
    },
  ];
}

async function heapRows(pages: BenchmarkPages): Promise<readonly Row[]> {
  const [steps, rounds] = [4, 250];
  const sizes = await pages.measureHeap(steps, rounds);
  // The first steps still fill caches.
  const bytes = ((sizes.at(-1) ?? 0) - (sizes.at(-2) ?? 0)) / rounds;
  return [
    {
      what: 'Heap: bytes kept for a mount of a sign-in with 10 changes and 40 requests, in the last 250 of 1,000',
      result: `${round(bytes)} (${sizes.map((size) => Math.round(size / 1024)).join(', ')} kB)`,
      goal: 'flat: at most 300',
      isMet: bytes <= 300,
    },
  ];
}

function monitorRows(subscribers: Series, hostileValues: Series): readonly Row[] {
  const linear = ratioOf(subscribers, '10,000', '1,000');
  const times = Object.keys(hostileValues).map((name) => [name, medianOf(hostileValues[name])] as const);
  const [slowest] = times.toSorted(([, one], [, other]) => other - one);
  return [
    {
      what: 'A change for each of 10,000 subscribers ÷ for each of 1,000',
      result: round(linear),
      goal: 'about 1',
      isMet: linear <= 1.3,
    },
    {
      what: `The slowest of ${times.length} hostile values (${slowest?.[0]}), parsed`,
      result: `${round(slowest?.[1] ?? 0)} ms`,
      goal: 'at most 1 ms',
      isMet: (slowest?.[1] ?? 0) <= 1,
    },
  ];
}
