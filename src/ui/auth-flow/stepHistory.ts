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

/** Returns the page's URL with a parameter that marks the return from a provider, given by its id. */
export function returnUrlOf(href: string, flow: AuthFlowName, provider: string): string {
  const url = new URL(href);
  url.searchParams.set(RETURN_PARAMETER, `${flow} ${provider}`);
  return url.href;
}

/** The return from a provider, whose id the address may name. */
export interface ReturnMark {
  readonly provider: string | undefined;
}

/** Returns the mark if the browser has just returned from a provider, and removes it from the address. */
export function takeReturnMark(flow: AuthFlowName): ReturnMark | undefined {
  const url = new URL(location.href);
  const [markedFlow, provider] = url.searchParams.get(RETURN_PARAMETER)?.split(' ') ?? [];
  if (markedFlow !== flow) return undefined;
  url.searchParams.delete(RETURN_PARAMETER);
  history.replaceState(history.state, '', url);
  return { provider };
}
