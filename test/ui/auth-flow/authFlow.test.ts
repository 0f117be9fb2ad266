// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { AuthError, type AuthField } from '../../../src/auth/AuthError.ts';
import { SystemUnderMaintenanceError } from '../../../src/protocol/SystemUnderMaintenanceError.ts';
import {
  cardSubmission,
  initialAuthFlow,
  transitionAuthFlow,
  type AuthFlowEvent,
  type AuthFlowState,
} from '../../../src/ui/auth-flow/authFlow.ts';
import { firstStep, keyOf, type AuthFlowName, type AuthStep } from '../../../src/ui/auth-flow/authStep.ts';

const code: AuthStep = { name: 'code', purpose: 'sign-in', sentTo: 'a@example.com', sentAt: 0, factors: [] };
const signUpCode: AuthStep = { ...code, purpose: 'sign-up' };
const returning: AuthStep = { name: 'returning' };
const details: AuthStep = { name: 'details', missing: ['username'] };
const steps: readonly AuthStep[] = [
  firstStep,
  { name: 'identify', purpose: 'sign-in' },
  { name: 'identify', purpose: 'new-password' },
  code,
  signUpCode,
  { name: 'second-factor', factor: 'authenticator', factors: ['authenticator'] },
  { name: 'new-password' },
  details,
  returning,
  { name: 'account-created', flow: 'sign-up', confirmEmail: false },
];
const apiError = new AuthError('invalid_credentials');
const errors = [
  apiError,
  new AuthError('session_missing'),
  new SystemUnderMaintenanceError(),
  new Error('?'),
];

const started: AuthFlowEvent = { type: 'started', part: 'form' };
const failed = (from: AuthStep, error: unknown, sent: readonly AuthField[] = []): AuthFlowEvent => ({
  type: 'failed',
  part: 'form',
  from,
  error,
  sent,
});
const ledTo = (step: AuthStep, part?: 'form'): AuthFlowEvent => ({ type: 'led-to', part, step });

function after(events: readonly AuthFlowEvent[], flow: AuthFlowName = 'sign-in'): AuthFlowState {
  return events.reduce(transitionAuthFlow, initialAuthFlow(flow));
}

const errorOf = ({ form }: AuthFlowState) => (form.status === 'failed' ? form.error : undefined);

describe.each(steps.map((step) => [keyOf(step), step] as const))('at the step %s', (_, step) => {
  const at = after([ledTo(step)]);

  it('its form submits, completes and settles', () => {
    const submitting = transitionAuthFlow(at, started);
    expect(submitting).toEqual({ ...at, form: { status: 'submitting' } });
    expect(transitionAuthFlow(submitting, { type: 'completed', part: 'form' })).toEqual({
      ...at,
      form: { status: 'complete' },
      underWay: undefined,
    });
    expect(transitionAuthFlow(submitting, { type: 'settled', part: 'form' })).toEqual(at);
  });

  it('an action beside the form is named, and leaves the form open', () => {
    const pending = transitionAuthFlow(at, { type: 'started', part: 'secondary', by: 'google' });
    expect(pending).toEqual({ ...at, secondary: { status: 'submitting' }, startedBy: 'google' });
    expect(transitionAuthFlow(pending, { type: 'completed', part: 'secondary' })).toMatchObject({
      form: { status: 'editing' },
      secondary: { status: 'editing' },
    });
  });

  it('leads to every other step with an open form', () => {
    for (const next of steps) {
      const led = after([ledTo(step), started, ledTo(next, 'form')]);
      expect(led).toMatchObject({ step: next, form: { status: 'editing' } });
    }
  });

  it('its error lasts only as long as its card is shown', () => {
    const failing = after([ledTo(step), started, failed(step, new Error('?'))]);
    expect(failing).toMatchObject({ step, form: { status: 'failed', error: { code: 'unexpected' } } });
    for (const next of steps) {
      const status = keyOf(next) === keyOf(step) ? 'failed' : 'editing';
      expect(transitionAuthFlow(failing, ledTo(next)).form.status).toBe(status);
    }
  });

  it('an error of a card that the user has left is not shown', () => {
    const elsewhere = step.name === 'details' ? code : details;
    const moved = after([ledTo(step), started, ledTo(elsewhere)]);
    expect(moved.form).toEqual({ status: 'submitting' });
    expect(transitionAuthFlow(moved, failed(step, new Error('?')))).toMatchObject({
      step: elsewhere,
      form: { status: 'editing' },
    });
  });
});

describe('the field of an error', () => {
  it.each<[string, AuthError, readonly AuthField[], AuthField | undefined]>([
    [
      'the one that the backend names',
      new AuthError('invalid_input', { field: 'email' }),
      ['email'],
      'email',
    ],
    [
      'the one that the form has for it',
      new AuthError('invalid_input', { field: 'email' }),
      ['identifier'],
      'identifier',
    ],
    ['the usual one of its code', new AuthError('code_incorrect'), ['code'], 'code'],
    ['none that was not sent', new AuthError('invalid_input', { field: 'username' }), ['email'], undefined],
    ['none for wrong credentials', apiError, ['identifier', 'password'], undefined],
  ])('is %s', (_, error, sent, field) => {
    expect(errorOf(after([started, failed(firstStep, error, sent)]))).toMatchObject({
      code: error.code,
      field,
    });
  });

  it('is the identifier if an unknown identifier was sent alone', () => {
    expect(errorOf(after([started, failed(firstStep, apiError, ['identifier'])]))).toMatchObject({
      code: 'identifier_unknown',
      field: 'identifier',
    });
  });
});

describe('a flow that is over', () => {
  it('shows an API error after a return on the first card, and stays on the step for other errors', () => {
    const returned = after([ledTo(returning), started, failed(returning, apiError)]);
    expect(returned).toMatchObject({ step: firstStep, form: { status: 'failed' } });
    const rejected = after([ledTo(returning), started, failed(returning, new SystemUnderMaintenanceError())]);
    expect(rejected).toMatchObject({ step: returning, form: { error: { code: 'maintenance_mode' } } });
  });

  it.each<[AuthFlowName, AuthStep, AuthStep['name']]>([
    ['sign-in', firstStep, 'start'],
    ['sign-in', code, 'start'],
    ['sign-in', signUpCode, 'account-created'],
    ['sign-up', firstStep, 'account-created'],
    ['sign-up', details, 'account-created'],
    ['sign-up', returning, 'start'],
  ])('without a session: %s at %o leads to %s', (flow, from, name) => {
    const state = after([ledTo(from), started, failed(from, new AuthError('session_missing'))], flow);
    expect(state.step.name).toBe(name);
    expect(state.form.status).toBe(name === 'start' ? 'failed' : 'editing');
  });
});

test('the step in progress is known until the session is loaded', () => {
  expect(after([ledTo(code), ledTo(firstStep)]).underWay).toBe(code);
  expect(after([ledTo(code), started, { type: 'completed', part: 'form' }]).underWay).toBeUndefined();
});

test('an error beside the form is shown only while the form shows none', () => {
  const beside: AuthFlowEvent = {
    type: 'failed',
    part: 'secondary',
    from: firstStep,
    error: apiError,
    sent: [],
  };
  expect(cardSubmission(after([beside]))).toMatchObject({ status: 'failed' });
  expect(cardSubmission(after([beside, started]))).toEqual({ status: 'submitting' });
  expect(cardSubmission(after([beside, started, ledTo(firstStep, 'form')]))).toEqual({ status: 'editing' });
});

test('every step has a usable form after any sequence of events', () => {
  const step = fc.constantFrom(...steps);
  const part = fc.constantFrom('form' as const, 'secondary' as const);
  const sent = fc.subarray<AuthField>(['identifier', 'password', 'code', 'email']);
  const event: fc.Arbitrary<AuthFlowEvent> = fc.oneof(
    fc.record({ type: fc.constant('started' as const), part }),
    fc.record({ type: fc.constant('settled' as const), part }),
    fc.record({ type: fc.constant('completed' as const), part }),
    fc.record({ type: fc.constant('led-to' as const), part: fc.option(part, { nil: undefined }), step }),
    fc.record({
      type: fc.constant('failed' as const),
      part,
      from: step,
      error: fc.constantFrom(...errors),
      sent,
    }),
  );
  const flow = fc.constantFrom<AuthFlowName>('sign-in', 'sign-up');
  fc.assert(
    fc.property(flow, fc.array(event, { maxLength: 30 }), (name, events) => {
      let state = initialAuthFlow(name);
      for (const next of events) {
        const before = state;
        state = transitionAuthFlow(before, next);
        expect(steps.map(keyOf)).toContain(keyOf(state.step));
        const moved = keyOf(state.step) !== keyOf(before.step);
        // A new card is open, unless it shows why the flow is over or an older request is pending.
        const isFresh = state.form.status === 'editing' || state.form === before.form;
        expect(!moved || next.type !== 'led-to' || isFresh).toBe(true);
        // The end of a request opens its part.
        const ended = ['settled', 'failed', 'completed'].includes(next.type) ? next.part : undefined;
        expect(ended && state[ended].status).not.toBe('submitting');
        const shown = cardSubmission(state);
        const field = shown.status === 'failed' ? shown.error.field : undefined;
        expect(field === undefined || ['identifier', 'code', 'email', 'password'].includes(field)).toBe(true);
      }
    }),
  );
});
