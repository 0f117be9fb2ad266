import type { CSSProperties, ReactElement } from 'react';
import { compile } from 'tailwindcss';
import preflight from 'tailwindcss/index.css?raw';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { SignIn } from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import layered from '../../src/styles/styles.css?inline';
import forTailwind from '../../src/styles/tailwind.css?inline';
import unlayered from '../../src/styles/unlayered.css?inline';
import { renderInBrowser } from '../support/renderInBrowser.tsx';

// The files share a page, so the stylesheets that other files import are on it.
beforeEach(() => {
  for (const { sheet } of document.querySelectorAll<HTMLStyleElement>('style[data-vite-dev-id]')) {
    if (sheet === null) continue;
    sheet.disabled = true;
    onTestFinished(() => void (sheet.disabled = false));
  }
});

/** Puts stylesheets into the page, in this order, for the rest of the test. */
function addStylesheets(...sheets: readonly string[]): void {
  for (const text of sheets) {
    const style = document.createElement('style');
    style.textContent = text;
    document.head.append(style);
    onTestFinished(() => style.remove());
  }
}

/** Tailwind's stylesheet, with its reset and the utilities of these classes. */
async function tailwind(...classes: readonly string[]): Promise<string> {
  const compiler = await compile('@import "tailwindcss";', {
    loadStylesheet: (id, base) => Promise.resolve({ path: id, base, content: preflight }),
  });
  return compiler.build([...classes]);
}

function styleOf(element: Element): CSSStyleDeclaration {
  return getComputedStyle(element);
}

function submitButton(): HTMLElement {
  return page.getByRole('button', { name: english.signIn.submit, exact: true }).element() as HTMLElement;
}

function card(): Element {
  const found = document.querySelector('.mk-card');
  if (!found) throw new Error('There is no card on the page.');
  return found;
}

const RED = 'rgb(255, 0, 0)';

describe('with Tailwind', () => {
  it.each(['before', 'after'] as const)(
    'the kit keeps its styles and accepts utilities if its stylesheet is imported %s Tailwind',
    async (order) => {
      const utilities = await tailwind('bg-[#f00]', 'rounded-none', 'p-2');
      addStylesheets(...(order === 'before' ? [forTailwind, utilities] : [utilities, forTailwind]));
      await renderInBrowser(
        <SignIn classNames={{ 'submit-button': 'bg-[#f00] rounded-none', card: 'p-2' }} />,
      );

      const email = page.getByLabelText(english.signIn.email).element();
      expect(styleOf(email)).toMatchObject({ borderTopWidth: '1px', paddingLeft: '12px' });
      expect(styleOf(page.getByRole('heading', { level: 2 }).element())).toMatchObject({
        fontSize: '18px',
        fontWeight: '600',
      });
      expect(styleOf(submitButton())).toMatchObject({ backgroundColor: RED, borderTopLeftRadius: '0px' });
      expect(styleOf(card()).paddingTop).toBe('8px');
    },
  );

  it('a disabled button looks disabled with its own background and text color', async () => {
    addStylesheets(forTailwind, await tailwind('bg-[#f00]', 'text-[#0f0]'));
    const { api } = await renderInBrowser(
      <SignIn classNames={{ 'submit-button': 'bg-[#f00] text-[#0f0]' }} />,
    );
    const open = styleOf(submitButton());
    expect(open.backgroundImage).toBe('none');

    api.setMode('maintenance');
    await fetch('/__api/v1/me', { method: 'POST' });

    await expect.element(submitButton()).toHaveAttribute('aria-disabled', 'true');
    const disabled = styleOf(submitButton());
    expect(disabled.backgroundImage).toContain('linear-gradient');
    expect(disabled.getPropertyValue('-webkit-text-fill-color')).not.toBe(disabled.color);
  });
});

describe('with a CSS reset', () => {
  const reset = '* { box-sizing: border-box; margin: 0; padding: 0 } button { background: red }';

  it.each(['before', 'after'] as const)(
    'the unlayered stylesheet wins when it is imported %s the reset',
    async (order) => {
      addStylesheets(...(order === 'before' ? [unlayered, reset] : [reset, unlayered]));
      await renderInBrowser(<SignIn />);
      expect(styleOf(card()).paddingTop).toBe('32px');
      expect(styleOf(submitButton()).backgroundColor).not.toBe(RED);
    },
  );
});

describe('tokens', () => {
  it('of the root apply to every part, and a dark section has its own', async () => {
    addStylesheets(layered, ':root { --mk-card: #f00; --mk-radius: 0px }');
    await renderInBrowser(
      <div data-testid="themed">
        <SignIn />
      </div>,
    );
    expect(styleOf(card())).toMatchObject({ backgroundColor: RED, borderTopLeftRadius: '0px' });

    page.getByTestId('themed').element().setAttribute('data-theme', 'dark');
    expect(styleOf(card()).backgroundColor).not.toBe(RED);
  });

  it('stay light in a light section of a dark page', async () => {
    addStylesheets(layered);
    await renderInBrowser(
      <div className="dark">
        <div data-theme="light">
          <SignIn />
        </div>
      </div>,
    );
    expect(styleOf(card()).backgroundColor).toBe('rgb(255, 255, 255)');
  });
});

describe('a card', () => {
  const parents: readonly (readonly [string, CSSProperties])[] = [
    ['a grid that centers it', { display: 'grid', placeItems: 'center' }],
    ['a flexbox', { display: 'flex', justifyContent: 'center' }],
    ['an inline block', { display: 'inline-block' }],
    ['a table cell', { display: 'table-cell' }],
  ];

  it.each(parents.flatMap(([name, style]) => [320, 375, 390].map((width) => [name, width, style] as const)))(
    'fits %s at %i pixels',
    async (_, width, style) => {
      const { innerWidth, innerHeight } = window;
      await page.viewport(width, 640);
      onTestFinished(() => page.viewport(innerWidth, innerHeight));
      addStylesheets(layered, 'body { margin: 0 }');

      function Parent(): ReactElement {
        return (
          <div style={style}>
            <SignIn />
          </div>
        );
      }
      await renderInBrowser(<Parent />);

      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      expect(card().getBoundingClientRect().width).toBeGreaterThan(width - 40);
    },
  );
});
