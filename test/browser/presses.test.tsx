import type { ReactElement } from 'react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SignIn, SignUp } from '../../src/index.ts';
import '../../src/styles/styles.css';
import { english } from '../../src/messages/english.ts';
import { renderInBrowser } from '../support/renderInBrowser.tsx';

/** How long the mouse button stays down. */
const pressesMs = [20, 60, 90];

/** Records the targets of clicks, and prevents their effects. */
function recordClicks(): { readonly takeLast: () => EventTarget | null } {
  let last: EventTarget | null = null;
  const record = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    last = event.target;
  };
  window.addEventListener('click', record, { capture: true });
  onTestFinished(() => window.removeEventListener('click', record, { capture: true }));
  return {
    takeLast() {
      const target = last;
      last = null;
      return target;
    },
  };
}

function nameOf(control: HTMLElement): string {
  return control.getAttribute('aria-label') ?? control.textContent;
}

/** Returns the names of the controls whose press clicked another element, with the length of the press. */
async function lostClicks(controls: readonly HTMLElement[]): Promise<string[]> {
  const email = page.getByLabelText(english.signIn.email, { exact: true });
  const clicks = recordClicks();
  const lost: string[] = [];
  for (const control of controls) {
    for (const delay of pressesMs) {
      // A field changes only if its text differs from the text at focus, so each round types another one.
      await userEvent.fill(email, '');
      await userEvent.type(email, `ada-${String(delay)}`);
      await page.elementLocator(control).click({ delay });
      const target = clicks.takeLast();
      if (!(target instanceof Node && control.contains(target))) {
        lost.push(`${nameOf(control)}, ${String(delay)} ms`);
      }
    }
  }
  return lost;
}

describe('a press after the user types an incomplete email address', () => {
  it.each<[card: string, element: ReactElement, names: readonly string[]]>([
    [
      'SignIn',
      <SignIn key="sign-in" signUpUrl="#sign-up" />,
      [
        english.signIn.submit,
        english.codeByEmail.link,
        english.forgottenPassword.link,
        english.field.show,
        english.signIn.signUp,
        'GitHub',
      ],
    ],
    [
      'SignUp',
      <SignUp key="sign-up" signInUrl="#sign-in" />,
      [english.signUp.submit, english.field.show, english.signUp.signIn, 'GitHub'],
    ],
  ])('clicks the control on which it started: %s', async (_, card, names) => {
    await renderInBrowser(card, { service: { settings: { providers: ['github', 'google'] } } });
    await expect.element(page.getByRole('button', { name: /GitHub/i })).toBeVisible();
    const controls = [...document.querySelectorAll<HTMLElement>('button, a[href]')];
    const found = controls.map(nameOf).join('\n');
    for (const name of names) expect(found.toLowerCase()).toContain(name.toLowerCase());
    expect(await lostClicks(controls)).toEqual([]);
  });
});
