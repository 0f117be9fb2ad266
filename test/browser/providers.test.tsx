import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { SignIn } from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import '../../src/styles/styles.css';
import { renderInBrowser } from '../support/renderInBrowser.tsx';
import { textOf } from '../support/textOf.ts';

const providers = ['google', 'github', 'apple', 'gitlab', 'discord', 'facebook', 'notion'];

/** Returns the boxes of all provider buttons, by row. */
function rowsOf(buttons: readonly Element[]): DOMRect[][] {
  const rows = new Map<number, DOMRect[]>();
  for (const box of buttons.map((button) => button.getBoundingClientRect())) {
    rows.set(box.top, [...(rows.get(box.top) ?? []), box]);
  }
  return [...rows.values()];
}

async function buttonsOf(ids: readonly string[]): Promise<Element[]> {
  await renderInBrowser(<SignIn />, { service: { settings: { providers: ids } } });
  const [before = ''] = textOf(english.providers.continueWith).split('{provider}');
  const buttons = page.getByRole('button', { name: before });
  await expect.poll(() => buttons.elements().length).toBe(ids.length);
  return buttons.elements();
}

test.each([
  [1, [1]],
  [2, [1, 1]],
  [3, [3]],
  [4, [2, 2]],
  [5, [3, 2]],
  [6, [3, 3]],
  [7, [3, 2, 2]],
])('%i providers fill their rows from edge to edge', async (count, expected) => {
  const rows = rowsOf(await buttonsOf(providers.slice(0, count)));

  const submit = page.getByRole('button', { name: english.signIn.submit, exact: true });
  const { left, right } = submit.element().getBoundingClientRect();
  expect(rows.map(({ length }) => length)).toEqual(expected);
  for (const row of rows) {
    expect(row.at(0)?.left).toBeCloseTo(left, 0);
    expect(row.at(-1)?.right).toBeCloseTo(right, 0);
  }
});

test('no name is clipped on a page of 320 pixels with text at 200 %', async () => {
  const { innerWidth, innerHeight } = window;
  await page.viewport(320, 640);
  document.documentElement.style.fontSize = '200%';
  onTestFinished(async () => {
    document.documentElement.style.fontSize = '';
    await page.viewport(innerWidth, innerHeight);
  });

  for (const button of await buttonsOf(['google', 'microsoft', 'huggingface', 'bitbucket'])) {
    expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth);
    expect(button.getBoundingClientRect().right).toBeLessThanOrEqual(320);
  }
});
