import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';
import { expectPaused, renderAccount, type RenderedAccount } from '../support/account.tsx';
import type { RenderOptions } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

const firstName = (): HTMLInputElement => screen.getByLabelText(english.profileDetails.firstName);
const save = (): HTMLElement => screen.getByRole('button', { name: english.profileDetails.save });

async function renamed(options: RenderOptions = {}): Promise<RenderedAccount> {
  const app = await renderAccount(options);
  await app.user.type(await screen.findByLabelText(english.profileDetails.firstName), ' Augusta');
  return app;
}

async function rejected(): Promise<RenderedAccount> {
  const app = await renamed();
  app.beginMaintenance();
  await app.user.click(save());
  await expectPaused();
  await waitFor(() => expect(firstName().form).toHaveAttribute('data-status', 'failed'));
  await app.advance(200);
  return app;
}

describe('the names', () => {
  it('are saved and announced', async () => {
    const app = await renamed();
    await app.user.click(save());
    await screen.findByText(english.profileDetails.saved);
    expect(app.mutations()).toEqual(['PATCH /v1/me']);
    // It waits until the action of the user has settled.
    await waitFor(async () => {
      await app.advance(200);
      expect(app.spoken).toEqual([`status: ${english.profileDetails.saved}`]);
    });
    expect(firstName()).toHaveValue('Ada Augusta');
    expect(firstName().defaultValue).toBe('Ada Augusta');
  });

  it('are restored when the user discards the draft', async () => {
    const platform = createFakePlatform();
    const app = await renamed({ platform });
    await app.press(english.profileDetails.discard);
    expect(firstName()).toHaveValue('Ada');
    app.remount();
    expect(await screen.findByLabelText(english.profileDetails.firstName)).toHaveValue('Ada');
  });

  it('keep their draft through a reload', async () => {
    const app = await renamed();
    app.remount();
    expect(await screen.findByLabelText(english.profileDetails.firstName)).toHaveValue('Ada Augusta');
  });

  it("show the API's error at its field", async () => {
    const app = await renderAccount();
    const username = await screen.findByLabelText(english.profileDetails.username);
    await app.user.clear(username);
    await app.user.type(username, 'a!');
    await app.user.click(save());
    await waitFor(() => expect(username).toBeInvalid());
    expect(username).toHaveValue('a!');
    expect(username).toHaveAccessibleDescription(english.errors.invalid_input);
  });

  it('keep draft and focus when maintenance rejects them, announce it once, and send nothing more', async () => {
    const app = await rejected();
    expect(firstName()).toHaveValue('Ada Augusta');
    expect(save()).toHaveFocus();
    expect(app.spoken).toEqual([
      `alert: ${textOf(english.notice.announcement, { title: english.maintenance.title, text: english.userProfile.pausedForm })}`,
    ]);
    const sent = app.mutations();
    await app.user.click(save());
    await app.user.type(firstName(), '{Enter}');
    expect(app.mutations()).toEqual(sent);
  });

  it('are saved after maintenance without a reload', async () => {
    const app = await rejected();
    await app.endMaintenance();
    expect(screen.getByText(textOf(english.notice.titleInLine, english.over))).toBeVisible();
    await app.user.click(save());
    await waitFor(() => expect(firstName().defaultValue).toBe('Ada Augusta'));
    expect(screen.queryByText(textOf(english.notice.titleInLine, english.over))).not.toBeInTheDocument();
  });
});

describe('the picture', () => {
  const picture = new File([new Uint8Array([137, 80, 78, 71])], 'ada.png', { type: 'image/png' });

  async function chosen(): Promise<{ readonly app: RenderedAccount; readonly sent: readonly string[] }> {
    const sent: string[] = [];
    const adapter = frontendApiAdapter({ baseUrl: '/__api' });
    const app = await renderAccount({
      adapter: {
        ...adapter,
        // The adapter's own upload needs a real browser.
        async setAvatar({ file, onProgress }) {
          onProgress?.(0.5);
          await adapter.updateUser?.({ username: 'lovelace' });
          sent.push(file.name);
        },
      },
    });
    await app.user.upload(await screen.findByLabelText(english.profileDetails.choosePicture), picture);
    return { app, sent };
  }

  it('is previewed before it is sent', async () => {
    const { app, sent } = await chosen();
    expect(app.mutations()).toEqual([]);
    await app.press(english.profileDetails.savePicture);
    await waitFor(() => expect(sent).toEqual(['ada.png']));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: english.profileDetails.savePicture })).toBeNull(),
    );
    await waitFor(() => expect(document.body).not.toHaveFocus());
  });

  it('stays chosen when maintenance rejects it, and is sent after maintenance', async () => {
    const { app, sent } = await chosen();
    app.beginMaintenance();
    await app.press(english.profileDetails.savePicture);
    await expectPaused();
    expect(screen.getByText(/ada\.png/)).toBeVisible();
    expect(sent).toEqual([]);
    await app.endMaintenance();
    await app.press(english.profileDetails.savePicture);
    await waitFor(() => expect(sent).toEqual(['ada.png']));
  });
});
