import { useSyncExternalStore } from 'react';

/** The pages for signed-in users, in the order of the navigation. */
export const pages = {
  '#notes': 'Notes',
  '#organization': 'Organization',
  '#settings': 'Settings',
  '#windows': 'Two windows',
} as const;

/** The pages that the menus link to. */
const others = ['#account', '#new-organization', '#sign-in', '#sign-up'] as const;

export type Route = keyof typeof pages | (typeof others)[number];

const routes: readonly Route[] = [...(Object.keys(pages) as (keyof typeof pages)[]), ...others];

function listen(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** Returns the page of the URL's hash. An unknown hash is the first page. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(listen, () => location.hash);
  return routes.find((route) => route === hash) ?? '#notes';
}

/** The title of the document on each page. */
export const titles: { readonly [Page in Route]: string } = {
  ...pages,
  '#account': 'Account',
  '#new-organization': 'New organization',
  '#sign-in': 'Sign in',
  '#sign-up': 'Sign up',
};

/** Whether this is one of the two frames on the page of two windows. */
export const isFrame: boolean = new URLSearchParams(location.search).has('window');
