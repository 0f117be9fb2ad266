import jsQR from 'jsqr';
import { expect, test, onTestFinished } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { UserProfile } from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import '../../src/styles/styles.css';
import { ADA, renderInBrowser } from '../support/renderInBrowser.tsx';

const texts = english.security;

/** Opens the setup of an authenticator app, and returns the pixels of its QR code. */
async function pictureOfCode(): Promise<ImageData> {
  await renderInBrowser(<UserProfile />, { service: { signedInAs: ADA.emailAddress } });
  await page.getByRole('tab', { name: texts.tab }).click();
  await page.getByRole('button', { name: texts.setUpAuthenticator }).click();
  const code = page.getByRole('img', { name: texts.qrCode });
  await expect.element(code).toBeVisible();
  const image = new Image();
  image.src = `data:image/png;base64,${await code.screenshot({ save: false })}`;
  await image.decode();
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  if (!context) throw new Error('The browser has no canvas.');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

/** Returns whether everything outside of a square in the middle is white. */
function isWhiteAround({ data, width, height }: ImageData, margin: number): boolean {
  const isOutside = (at: number, length: number): boolean => at < margin || at >= length - margin;
  return Array.from({ length: width * height }, (_, pixel) => pixel).every((pixel) => {
    const x = pixel % width;
    const y = Math.floor(pixel / width);
    return (
      !(isOutside(x, width) || isOutside(y, height)) ||
      data.subarray(pixel * 4, pixel * 4 + 3).every((value) => value === 255)
    );
  });
}

const media = {
  'light mode': { name: 'prefers-color-scheme', value: 'light' },
  'dark mode': { name: 'prefers-color-scheme', value: 'dark' },
  'forced colors': { name: 'forced-colors', value: 'active' },
};

test.each(Object.entries(media))(
  'the QR code of an authenticator app can be scanned in %s, and contains the address of the link',
  async (_, feature) => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [feature] });
    onTestFinished(async () => {
      await cdp().send('Emulation.setEmulatedMedia', { features: [] });
    });

    const picture = await pictureOfCode();

    const code = jsQR(picture.data, picture.width, picture.height, { inversionAttempts: 'dontInvert' });
    const link = page.getByRole('link', { name: texts.openApp });
    expect(code?.data).toBe(link.element().getAttribute('href'));
    // A code of version v has 4v + 17 modules, and a margin of four on each side.
    const module = picture.width / (4 * (code?.version ?? 0) + 17 + 8);
    expect(isWhiteAround(picture, Math.floor(4 * module))).toBe(true);
  },
);
