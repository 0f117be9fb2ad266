import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { AuthError, type AuthAdapter, type AuthErrorCode } from '../../src/index.ts';
import type { Upload } from '../../src/auth/UserPort.ts';

export interface PicturesOptions {
  /** The error of every upload. Default: uploads succeed. */
  readonly error?: AuthErrorCode;
}

/** Returns an adapter that records uploads and sends none: the kit's own upload needs a real browser. */
export function withPictures({ error }: PicturesOptions = {}): {
  readonly adapter: AuthAdapter;
  readonly uploads: readonly string[];
} {
  const adapter = frontendApiAdapter({ baseUrl: '/__api' });
  const uploads: string[] = [];
  let hasPicture = false;
  async function upload({ file, onProgress }: Upload): Promise<void> {
    onProgress?.(0.5);
    uploads.push(file.name);
    if (error !== undefined) throw new AuthError(error, { field: 'file' });
    hasPicture = true;
  }
  return {
    uploads,
    adapter: {
      ...adapter,
      setAvatar: upload,
      setOrganizationLogo: upload,
      async removeAvatar() {
        hasPicture = false;
      },
      async removeOrganizationLogo() {
        hasPicture = false;
      },
      async loadUser() {
        const user = await adapter.loadUser?.();
        if (user === undefined) throw new Error('The adapter loads no user.');
        return { ...user, hasImage: hasPicture };
      },
      async loadOrganization(request) {
        const organization = (await adapter.loadOrganization?.(request)) ?? null;
        return organization && { ...organization, hasImage: hasPicture };
      },
    },
  };
}

export function createPng(name = 'ada.png', bytes = 4): File {
  return new File([new Uint8Array(bytes)], name, { type: 'image/png' });
}
