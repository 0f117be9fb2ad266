// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { frontendApiAdapter } from '../../../src/adapters/frontendApi.ts';
import { createFrontendApi, type FrontendApi } from '../../../src/testing/createFrontendApi.ts';

const baseUrl = 'https://api.example';
const file = new File(['not much of a picture'], 'ada.png', { type: 'image/png' });

/** Returns an XMLHttpRequest that sends to the emulator and reports the given progress. */
function xhrOn(api: FrontendApi, isConnected = true) {
  return class extends EventTarget {
    readonly upload = new EventTarget();
    withCredentials = false;
    status = 0;
    responseText = '';
    #url = '';
    #headers = '';
    open(_: string, url: string) {
      this.#url = url;
    }
    getAllResponseHeaders() {
      return this.#headers;
    }
    async send(body: FormData) {
      for (const loaded of [0, 50, 100]) {
        this.upload.dispatchEvent(
          Object.assign(new Event('progress'), { lengthComputable: true, loaded, total: 100 }),
        );
      }
      if (!isConnected) {
        this.dispatchEvent(new Event('error'));
        return;
      }
      const response = await api.fetch(new Request(this.#url, { method: 'POST', body }));
      this.status = response.status;
      this.responseText = await response.text();
      this.#headers = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
      this.dispatchEvent(new Event('load'));
    }
  };
}

describe('an upload with progress', () => {
  const onProgress = vi.fn<(fraction: number) => void>();
  let api: FrontendApi;
  beforeEach(() => {
    onProgress.mockClear();
    api = createFrontendApi({
      users: [{ emailAddress: 'ada@example.com', password: 'correct horse' }],
      signedInAs: 'ada@example.com',
      passwordIterations: 1,
    });
    vi.stubGlobal('fetch', (input: RequestInfo, init?: RequestInit) => api.fetch(new Request(input, init)));
    vi.stubGlobal('XMLHttpRequest', xhrOn(api));
  });

  const fractions = () => onProgress.mock.calls.map(([fraction]) => fraction);

  it('an upload reports its progress, and its end after the answer', async () => {
    const adapter = frontendApiAdapter({ baseUrl });
    await adapter.setAvatar?.({ file, onProgress });
    expect(fractions()).toEqual([0, 0, 0.5, 1]);
    expect(await adapter.loadUser?.()).toMatchObject({
      hasImage: true,
      imageUrl: expect.stringMatching(/^data:image\/png;base64,/) as unknown,
    });
    await adapter.removeAvatar?.();
    expect(await adapter.loadUser?.()).toMatchObject({ hasImage: false });
  });

  it('an upload is rejected in maintenance', async () => {
    api.setMode('maintenance', { retryAfter: 30 });
    const adapter = frontendApiAdapter({ baseUrl });
    await expect(adapter.setAvatar?.({ file, onProgress })).rejects.toMatchObject({
      name: 'SystemUnderMaintenance',
      retryAfterMs: 30_000,
    });
    expect(fractions()).not.toContain(1);
  });

  it('an upload to an unreachable server rejects as fetch does', async () => {
    vi.stubGlobal('XMLHttpRequest', xhrOn(api, false));
    const adapter = frontendApiAdapter({ baseUrl });
    await expect(adapter.setAvatar?.({ file, onProgress })).rejects.toBeInstanceOf(TypeError);
  });

  it('an upload reports its start and end with the application’s own fetch', async () => {
    const adapter = frontendApiAdapter({
      baseUrl,
      fetch: (input, init) => api.fetch(new Request(input, init)),
    });
    await adapter.setAvatar?.({ file, onProgress });
    expect(fractions()).toEqual([0, 1]);
  });

  it('an upload that isn’t a picture is rejected', async () => {
    const adapter = frontendApiAdapter({ baseUrl });
    const text = new File(['text'], 'ada.txt', { type: 'text/plain' });
    await expect(adapter.setAvatar?.({ file: text })).rejects.toMatchObject({
      code: 'file_rejected',
      field: 'file',
    });
  });
});
