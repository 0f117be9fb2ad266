import type { AuthFlowName } from './authStep.ts';
import type { StepMark } from './stepMark.ts';

/*
 * Stores the step in the browser's history, beside the application's own state, at the same address. It contains no
 * secret and no personal data.
 */

const KEY = 'maintenanceKitStep';
const RETURN_PARAMETER = 'maintenance-kit-return';

const marks = new Set<unknown>([
  'identify/sign-in',
  'identify/new-password',
  'under-way',
] satisfies StepMark[]);

function currentState(): Readonly<Record<string, unknown>> {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? { ...state } : {};
}

export function readMark(flow: AuthFlowName): StepMark | undefined {
  const entry = currentState()[KEY];
  const [markedFlow, mark] = typeof entry === 'string' ? entry.split(' ') : [];
  return markedFlow === flow && marks.has(mark) ? (mark as StepMark) : undefined;
}

export function dropMark(flow: AuthFlowName): void {
  if (readMark(flow) === undefined) return;
  const { [KEY]: _, ...state } = currentState();
  history.replaceState(state, '');
}

/**
 * Writes another step to the history. There is at most one entry after the first step, so that the back button leads
 * to the beginning: the steps in between are answered and can't be answered again.
 */
export function writeMark(flow: AuthFlowName, mark: StepMark | undefined): void {
  const current = readMark(flow);
  if (current === mark) return;
  if (mark === undefined) {
    history.back();
    return;
  }
  const state = { ...currentState(), [KEY]: `${flow} ${mark}` };
  if (current === undefined) history.pushState(state, '');
  else history.replaceState(state, '');
}

/** Returns the page's URL with a parameter that marks the return from a provider. */
export function returnUrlOf(href: string, flow: AuthFlowName): string {
  const url = new URL(href);
  url.searchParams.set(RETURN_PARAMETER, flow);
  return url.href;
}

/** Returns whether the browser has just returned from a provider, and removes the mark. */
export function takeReturnMark(flow: AuthFlowName): boolean {
  const url = new URL(location.href);
  if (url.searchParams.get(RETURN_PARAMETER) !== flow) return false;
  url.searchParams.delete(RETURN_PARAMETER);
  history.replaceState(history.state, '', url);
  return true;
}
