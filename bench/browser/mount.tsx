import type { ReactNode } from 'react';
import type { Subjects } from './changes.ts';
import { layOut, painted, render, stage, turn } from './stage.ts';

/** Turns of the event loop that every subject gets, so that what it renders afterwards counts too. */
const TURNS = 5;

interface Subject {
  readonly createForm: () => ReactNode;
}

const peers: Readonly<Record<string, () => Promise<Subject>>> = {
  kit: () => import('./sign-in/kit.tsx'),
  'as many elements': async () => copyOf(await import('./sign-in/kit.tsx')),
  'tanstack-form': () => import('./sign-in/tanstack.tsx'),
  supabase: () => import('./sign-in/supabase.tsx'),
  'better-auth-ui': () => import('./sign-in/betterAuth.tsx'),
  amplify: () => import('./sign-in/amplify.tsx'),
  supertokens: () => import('./sign-in/supertokens.tsx'),
};

/** The number of mounts in each change. */
const MOUNTS = 8;

/**
 * Mounts a sign-in with its provider until its password field is laid out and a few turns of the event loop are over, and
 * the bare form likewise. Every request gets an answer at once. Each peer has a page of its own, since some of them change
 * what all code shares.
 */
export async function createMounts(peer: string): Promise<Subjects> {
  globalThis.fetch = (input) =>
    Promise.resolve(answerOf(input instanceof Request ? input.url : String(input)));
  const bare = await import('./sign-in/bare.tsx');
  const subject = await peers[peer]?.();
  if (!subject) throw new Error(`There is no peer ${peer}.`);
  const clears: (() => void)[] = [];
  const mounts = (createForm: () => ReactNode) => async (): Promise<void> => {
    for (let at = 0; at < MOUNTS; at += 1) clears.push(await mountOne(peer, createForm));
  };
  return {
    bare: mounts(bare.createForm),
    [peer]: mounts(subject.createForm),
    async reset() {
      for (const clear of clears.splice(0)) clear();
      await painted();
    },
  };
}

/** What a backend answers before a sign-in. supertokens asks for both before it shows its form. */
function answerOf(url: string): Response {
  if (url.endsWith('/session/refresh')) return new Response(null, { status: 401 });
  if (!url.includes('/loginmethods')) return Response.json(null);
  return Response.json({
    status: 'OK',
    firstFactors: ['emailpassword'],
    emailPassword: { enabled: true },
    passwordless: { enabled: false },
    thirdParty: { enabled: false, providers: [] },
    webauthn: { enabled: false },
  });
}

async function mountOne(name: string, createForm: () => ReactNode): Promise<() => void> {
  const { element, root, clear } = stage();
  render(root, createForm());
  for (let turns = 0; turns < TURNS; turns += 1) await turn();
  const started = performance.now();
  while (!element.querySelector('[type="password"]')) {
    if (performance.now() - started > 10_000) throw new Error(`${name} shows no form: ${element.innerHTML}`);
    // Waiting must not look like work.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  layOut();
  return clear;
}

/** Returns what renders the same elements as a subject, as a developer would who wrote them by hand. */
async function copyOf({ createForm }: Subject): Promise<Subject> {
  const { elementOf } = await import('./elementOf.tsx');
  const { element, root, clear } = stage();
  render(root, createForm());
  for (let turns = 0; turns < TURNS; turns += 1) await turn();
  const copy = element.cloneNode(true) as Element;
  clear();
  return { createForm: () => [...copy.childNodes].map(elementOf) };
}
