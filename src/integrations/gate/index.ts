export { statusWindows, type StatusWindowsOptions } from './statusWindows.ts';
export type { EventStream } from './keepStreamOpen.ts';
export { watchEvents, type WatchEventsOptions } from './watchEvents.ts';
