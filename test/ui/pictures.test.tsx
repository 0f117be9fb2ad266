import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/messages/english.ts';
import type { UserProfileProps } from '../../src/index.ts';
import { renderAccount, section, type RenderedAccount } from '../support/account.tsx';
import { createPng, withPictures, type PicturesOptions } from '../support/pictures.ts';
import { organizations, renderOrganization } from '../support/renderOrganization.tsx';
import { textOf } from '../support/textOf.ts';

const { profileDetails, organizationGeneral, userProfile, errors } = english;
const input = (): HTMLInputElement => screen.getByLabelText(profileDetails.choosePicture);
const notes = (): File => new File(['notes'], 'notes.txt', { type: 'text/plain' });

async function rendered(
  options: PicturesOptions = {},
  props: UserProfileProps = {},
): Promise<{ readonly app: RenderedAccount; readonly uploads: readonly string[] }> {
  const { adapter, uploads } = withPictures(options);
  const app = await renderAccount({ adapter }, props);
  await screen.findByLabelText(profileDetails.choosePicture);
  return { app, uploads };
}

/** Chooses a file like a drop, which ignores `accept`. */
async function choose(app: RenderedAccount, file: File): Promise<void> {
  input().focus();
  input().accept = '';
  await app.user.upload(input(), file);
}

describe("a chosen file that can't be a picture", () => {
  it.each([
    {
      name: 'has another type',
      file: notes(),
      text: textOf(userProfile.fileType, { file: 'notes.txt' }),
    },
    {
      name: 'is larger than 10 MB',
      file: createPng('large.png', 10 * 1024 * 1024 + 1),
      text: textOf(userProfile.fileTooLarge, { file: 'large.png', size: '10 MB' }),
    },
  ])('$name: is announced, marks the input, and is not sent', async ({ file, text }) => {
    const { app, uploads } = await rendered();
    await choose(app, file);
    expect(input()).toBeInvalid();
    expect(input()).toHaveAccessibleDescription(text);
    expect(input()).toHaveFocus();
    await app.advance(200);
    expect(app.spoken).toEqual([`alert: ${text}`]);
    expect(screen.queryByRole('button', { name: profileDetails.savePicture })).toBeNull();
    expect(uploads).toEqual([]);
  });

  it("is measured against the application's size limit", async () => {
    const { app } = await rendered({}, { maxPictureSize: 512 * 1024 });
    expect(section().getByText(textOf(profileDetails.pictureHint, { size: '0.5 MB' }))).toBeVisible();
    await choose(app, createPng('large.png', 512 * 1024 + 1));
    expect(input()).toBeInvalid();
    await choose(app, createPng('small.png', 512 * 1024));
    expect(input()).toBeValid();
  });

  it('is replaced when the user chooses another', async () => {
    const { app, uploads } = await rendered();
    await choose(app, notes());
    await choose(app, createPng());
    expect(input()).toBeValid();
    expect(input()).toHaveAccessibleDescription(textOf(profileDetails.pictureChosen, { file: 'ada.png' }));
    await app.press(profileDetails.savePicture);
    await waitFor(() => expect(uploads).toEqual(['ada.png']));
  });

  it('is not sent as a logo either', async () => {
    const { adapter, uploads } = withPictures();
    const app = await renderOrganization('General', organizations(), {
      adapter,
      props: { maxPictureSize: 1024 },
    });
    const logo = screen.getByLabelText(organizationGeneral.chooseLogo);
    await app.user.upload(logo, createPng('logo.png', 1025));
    expect(logo).toBeInvalid();
    expect(screen.queryByRole('button', { name: organizationGeneral.saveLogo })).toBeNull();
    expect(uploads).toEqual([]);
  });
});

async function rejected(): Promise<RenderedAccount> {
  const { app } = await rendered({ error: 'file_rejected' });
  await choose(app, createPng());
  await app.press(profileDetails.savePicture);
  await waitFor(() => expect(input()).toBeInvalid());
  return app;
}

describe('a picture that the API rejects', () => {
  it('moves the focus to the input, which the error describes', async () => {
    await rejected();
    expect(input()).toHaveFocus();
    expect(input()).toHaveAccessibleDescription(errors.file_rejected);
  });

  it('loses its error when the user discards it', async () => {
    const app = await rejected();
    await app.press(profileDetails.discardPicture);
    expect(input()).toBeValid();
    expect(screen.queryByText(errors.file_rejected)).not.toBeInTheDocument();
  });

  it('loses its error when the user chooses another, and shows it again if that is rejected', async () => {
    const app = await rejected();
    await choose(app, createPng('countess.png'));
    expect(input()).toBeValid();
    expect(screen.getByText(textOf(profileDetails.pictureChosen, { file: 'countess.png' }))).toBeVisible();
    await app.press(profileDetails.savePicture);
    await waitFor(() => expect(input()).toHaveFocus());
    expect(input()).toBeInvalid();
  });
});
