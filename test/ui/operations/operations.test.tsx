import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createFakeBrowser } from '../../support/fakePlatform.ts';
import {
  createStage,
  endMaintenance,
  field,
  learnOfMaintenance,
  mutations,
  watchStorages,
  type CountedStage,
  type Mutation,
  type OperationRow,
} from '../../support/operationRow.ts';
import { SHARED_STATE_KEY } from '../../../src/monitor/sharedText.ts';
import type { RenderedApp } from '../../support/renderWithApi.tsx';
import { organizationRows } from './organization.tsx';
import { signInRows } from './signIn.tsx';
import { userRows } from './user.tsx';
import { english } from '../../../src/messages/english.ts';
import { patternOf, textOf } from '../../support/textOf.ts';

/** A mutation without a row is an error of the type checker, and of the first test below. */
const rows: Readonly<Record<Mutation, OperationRow>> = { ...signInRows, ...userRows, ...organizationRows };

interface Opened {
  readonly stage: CountedStage;
  readonly app: RenderedApp;
  readonly stored: () => string;
}

async function open(row: OperationRow): Promise<Opened> {
  const platform = createFakeBrowser().openTab();
  const stored = watchStorages(platform);
  const stage = createStage(platform);
  return { stage, app: await row.open(stage), stored };
}

/** Where a rejection must be shown: around the pressed control, or in the dialog. */
const places = {
  form: () =>
    within(screen.getByRole('form')).findByText(textOf(english.notice.titleInLine, english.maintenance)),
  page: () =>
    within(screen.getByRole('tabpanel')).findByText(
      textOf(english.notice.titleInLine, { title: english.userProfile.paused }),
    ),
  dialog: () =>
    screen.findByText(
      (text) => patternOf(english.actions.text).test(text) || text === english.errors.maintenance_mode,
    ),
};

function expectTyped({ typed = {} }: OperationRow): void {
  for (const [label, value] of Object.entries(typed)) expect(field(label)).toHaveValue(value);
}

/**
 * Returns the number of announcements. A screen reader reads a dialog when it opens, so only a change in an open
 * dialog is announced.
 */
function announcementsOf({ shownIn }: OperationRow): number {
  const dialog = screen.queryByRole('alertdialog');
  const isAsking = dialog !== null && within(dialog).queryByText(english.errors.maintenance_mode) !== null;
  return shownIn === 'dialog' && !isAsking ? 0 : 1;
}

async function closeDialog({ user }: RenderedApp): Promise<void> {
  const dialog = screen.queryByRole('alertdialog');
  if (dialog === null) return;
  const { close, cancel } = english.actions;
  await user.click(within(dialog).getByRole('button', { name: (name) => name === close || name === cancel }));
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
}

test('the table has a row for every mutation of the port, and for no other operation', () => {
  expect(Object.keys(rows).toSorted()).toEqual(mutations.toSorted());
});

test.each(mutations.filter((operation) => rows[operation].isAutomatic !== true))(
  '%s sends nothing in maintenance, gives the reason, keeps the input, and succeeds afterwards',
  async (operation) => {
    const row = rows[operation];
    const { app, stage } = await open(row);
    const before = stage.calls(operation);
    await learnOfMaintenance(app);
    const sent = app.mutations();
    const spoken = app.spoken.length;

    await row.press(app);
    await app.advance(200);
    expect(stage.calls(operation)).toBe(before);
    expect(app.mutations()).toEqual(sent);
    expect(stage.redirects).toEqual([]);
    await places[row.shownIn]();
    expect(app.spoken.slice(spoken)).toHaveLength(announcementsOf(row));
    expectTyped(row);
    expect(screen.queryByText('Signed out')).not.toBeInTheDocument();

    await closeDialog(app);
    await endMaintenance(app);
    expect(stage.calls(operation)).toBe(before);
    await row.press(app);
    await row.done(app, stage);
    expect(stage.calls(operation)).toBe(before + 1);
  },
);

test.each(mutations)(
  '%s explains a rejection once where it was pressed, keeps the input, and succeeds afterwards',
  async (operation) => {
    const row = rows[operation];
    const { app, stage, stored } = await open(row);
    const before = stage.calls(operation);
    const spoken = app.spoken.length;
    app.api.setMode('maintenance');

    await row.press(app);
    await waitFor(() => expect(app.monitor.getSnapshot().status).toBe('maintenance'));
    await places[row.shownIn]();
    await app.advance(200);
    expect(stage.calls(operation)).toBe(before + 1);
    expect(stage.redirects).toEqual([]);
    const announced = app.spoken.slice(spoken).filter((text) => /maintenance/i.test(text));
    expect(announced).toHaveLength(announcementsOf(row));
    expectTyped(row);
    expect(screen.queryByText('Signed out')).not.toBeInTheDocument();

    await closeDialog(app);
    await endMaintenance(app);
    await waitFor(() => expect(stage.calls(operation)).toBe(before + (row.isAutomatic === true ? 2 : 1)));
    if (row.isAutomatic !== true) await row.press(app);
    await row.done(app, stage);
    expect(stage.calls(operation)).toBe(before + 2);
    expect(stored(), 'the tabs share the maintenance').toContain(SHARED_STATE_KEY);
    for (const secret of row.secrets ?? []) expect(stored()).not.toContain(secret);
  },
);
