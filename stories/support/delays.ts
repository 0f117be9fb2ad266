import type { RecordedRequest } from '../../src/testing/frontend-api/index.ts';

type Delay = (request: RecordedRequest) => Promise<void>;

const leavePending = (): Promise<void> => new Promise(() => {});
const drop = (): Promise<void> => Promise.reject(new TypeError('Failed to fetch'));

/** Leaves requests to these paths pending. */
export const holding =
  (paths: RegExp): Delay =>
  ({ path }) =>
    paths.test(path) ? leavePending() : Promise.resolve();

/** Drops the connection of requests to these paths. */
export const dropping =
  (paths: RegExp): Delay =>
  ({ path }) =>
    paths.test(path) ? drop() : Promise.resolve();

/** Leaves every mutation pending. */
export const holdingMutations: Delay = ({ kind }) =>
  kind === 'mutation' ? leavePending() : Promise.resolve();

/** Drops the connection of every mutation. */
export const droppingMutations: Delay = ({ kind }) => (kind === 'mutation' ? drop() : Promise.resolve());
