// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuthError, type AuthErrorCode, type AuthField } from '../../src/auth/AuthError.ts';
import { english } from '../../src/messages/english.ts';
import { formatMessage, overrideMessages } from '../../src/messages/messages.ts';
import { submissionErrorOf, textOfError } from '../../src/react/useSubmission.ts';
import { withFieldError, withIdentifierError } from '../../src/ui/form/fieldErrors.ts';
import { hostileKey, hostileKeys } from '../support/hostileKeys.ts';

/** A refusal as an adapter may throw it that passes on what its server says. */
function refusal(code: string, options: { field?: string | undefined; backendCode?: string | undefined }) {
  const { field, backendCode } = options;
  return new AuthError(code as AuthErrorCode, { field: field as AuthField, backendCode });
}

const texts = Object.values(english.errors);

describe('the text of a refusal', () => {
  it('is the text of an unexpected failure for a code that no bundle has', () => {
    for (const key of hostileKeys) {
      const error = submissionErrorOf(refusal(key, { backendCode: key }));
      expect(textOfError(error, english)).toBe(english.errors.unexpected);
    }
  });

  it('is the text of the kit’s code where the backend’s own code has none', () => {
    for (const key of hostileKeys) {
      const error = submissionErrorOf(refusal('rate_limited', { backendCode: key }));
      expect(textOfError(error, english)).toBe(english.errors.rate_limited);
    }
  });

  it('is never empty, and never anything but a text', () => {
    fc.assert(
      fc.property(hostileKey, fc.option(hostileKey, { nil: undefined }), (code, backendCode) => {
        expect(texts).toContain(textOfError(submissionErrorOf(refusal(code, { backendCode })), english));
      }),
    );
  });

  it('is the application’s text where it has one for the backend’s own code', () => {
    const own = overrideMessages(english, { errors: { ACCOUNT_LOCKED: 'Your account is locked.' } });
    const error = submissionErrorOf(refusal('unexpected', { backendCode: 'ACCOUNT_LOCKED' }));
    expect(textOfError(error, own)).toBe('Your account is locked.');
  });

  it('is not silenced by an empty text of the application', () => {
    const own = overrideMessages(english, { errors: { ACCOUNT_LOCKED: '' } });
    const error = submissionErrorOf(refusal('unexpected', { backendCode: 'ACCOUNT_LOCKED' }));
    expect(textOfError(error, own)).toBe(english.errors.unexpected);
  });
});

describe('a refusal of a card', () => {
  it('is about one of the card’s fields or about the whole form', () => {
    fc.assert(
      fc.property(hostileKey, hostileKey, hostileKey, (code, field, backendCode) => {
        const error = submissionErrorOf(refusal(code, { field, backendCode }));
        const shown = withFieldError({ status: 'failed', error }, ['email', 'password']);
        expect(shown).toMatchObject({ status: 'failed', error: { field: undefined } });
        const { submission, problem } = withIdentifierError({ status: 'failed', error }, english);
        expect(submission).toMatchObject({ status: 'failed', error: { field: undefined } });
        expect(problem).toBeUndefined();
      }),
    );
  });

  it('about the identifier has a text for every code of the backend', () => {
    for (const key of hostileKeys) {
      const error = submissionErrorOf(refusal('invalid_credentials', { backendCode: key }));
      const { problem } = withIdentifierError({ status: 'failed', error }, english);
      expect(problem).toBe(english.codeByEmail.unknown);
    }
  });
});

describe('a placeholder of a message', () => {
  it('stays visible without a value', () => {
    for (const key of hostileKeys) expect(formatMessage(`Ask for {${key}}.`, {})).toBe(`Ask for {${key}}.`);
  });

  it('shows its value', () => {
    expect(formatMessage('Ask for {name}.', { name: '{constructor}' })).toBe('Ask for {constructor}.');
  });
});
