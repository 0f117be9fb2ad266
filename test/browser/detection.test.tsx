import { betterFetch } from '@better-fetch/fetch';
import axios, { isAxiosError } from 'axios';
import ky, { isHTTPError } from 'ky';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import type { ReactElement } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import {
  createMaintenanceMonitor,
  MaintenanceProvider,
  useMaintenance,
  watchFetch,
  watchXhr,
} from '../../src/index.ts';
import { maintenanceAnswer } from '../support/answers.ts';

/** Answers from a service worker, so that the page receives real responses and no function of it is patched. */
const worker = setupWorker(
  http.all('/api/notes', () => maintenanceAnswer({ 'Retry-After': '120' })),
  http.all('/api/proxy', () => HttpResponse.html('<h1>Restarting</h1>', { status: 503 })),
);

beforeAll(async () => {
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
});

// The tabs of a browser share it, and so would the tests.
beforeEach(() => localStorage.clear());

afterEach(() => worker.resetHandlers());

afterAll(() => worker.stop());

function Status(): ReactElement {
  const text = useMaintenance((state) =>
    state.status === 'maintenance'
      ? `maintenance of ${state.scope}, met ${state.attempt} time(s), back in ${state.notice.retryAfterMs} ms`
      : state.status,
  );
  return <p data-testid="status">{text}</p>;
}

const application = (
  <MaintenanceProvider>
    <Status />
  </MaintenanceProvider>
);
const status = page.getByTestId('status');

type ResponseType = XMLHttpRequest['responseType'];

function send(
  url: string,
  {
    method = 'POST',
    responseType = '',
  }: { readonly method?: string; readonly responseType?: ResponseType } = {},
): Promise<XMLHttpRequest> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    xhr.responseType = responseType;
    xhr.addEventListener('loadend', () => resolve(xhr));
    xhr.send();
  });
}

// The ways in which callers read the answer. Detection changes none of them.

async function readJson(response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  return body;
}

function readAxiosError(error: unknown): unknown {
  if (!isAxiosError<unknown>(error)) throw error;
  return error.response?.data;
}

function readKyError(error: unknown): Promise<unknown> {
  if (!isHTTPError(error)) throw error;
  return readJson(error.response);
}

async function readXhr({ response }: XMLHttpRequest): Promise<unknown> {
  const body: unknown = response;
  if (body instanceof Blob || body instanceof ArrayBuffer) return readJson(new Response(body));
  return typeof body === 'string' ? JSON.parse(body) : body;
}

describe('a provider around the application', () => {
  it.each<[client: string, post: () => Promise<unknown>]>([
    ['a bare fetch', () => fetch('/api/notes', { method: 'POST' }).then(readJson)],
    ['axios on XMLHttpRequest', () => axios.post('/api/notes').catch(readAxiosError)],
    ['ky', () => ky.post('/api/notes').catch(readKyError)],
    ['better-fetch', async () => (await betterFetch('/api/notes', { method: 'POST' })).error],
  ])('detects a maintenance in the requests of %s', async (_client, post) => {
    await render(application);
    await expect.element(status).toHaveTextContent('operational');
    expect(await post()).toMatchObject({ code: 'maintenance_mode' });
    await expect
      .element(status)
      .toHaveTextContent('maintenance of mutations, met 1 time(s), back in 120000 ms');
  });

  it.each<ResponseType>(['', 'text', 'json', 'arraybuffer', 'blob'])(
    'detects a maintenance in an XMLHttpRequest with the response type "%s"',
    async (responseType) => {
      await render(application);
      const xhr = await send('/api/notes', { responseType });
      expect(await readXhr(xhr)).toMatchObject({ code: 'maintenance_mode' });
      await expect
        .element(status)
        .toHaveTextContent('maintenance of mutations, met 1 time(s), back in 120000 ms');
    },
  );

  it('distinguishes a rejected read from a rejected mutation with every client', async () => {
    await render(application);
    await send('/api/notes', { method: 'get' });
    await expect.element(status).toHaveTextContent('maintenance of all');
  });

  it('ignores the HTML page of a restarting proxy', async () => {
    await render(application);
    expect((await send('/api/proxy', { responseType: 'json' })).status).toBe(503);
    expect((await fetch('/api/proxy', { method: 'POST' })).status).toBe(503);
    await send('/api/notes');
    await expect.element(status).toHaveTextContent('met 1 time(s)');
  });

  it('restores the functions of the page on unmount', async () => {
    const functions = (): unknown[] => [
      globalThis.fetch,
      Reflect.get(XMLHttpRequest.prototype, 'open'),
      Reflect.get(XMLHttpRequest.prototype, 'send'),
    ];
    const before = functions();
    const { unmount } = await render(application);
    functions().forEach((own, at) => expect(own).not.toBe(before[at]));
    await unmount();
    expect(functions()).toEqual(before);
  });
});

describe('two watchers of one monitor', () => {
  it.each<[string, typeof watchFetch, () => Promise<unknown>]>([
    ['fetch', watchFetch, () => fetch('/api/notes', { method: 'POST' })],
    ['XMLHttpRequest', watchXhr, () => send('/api/notes', { responseType: 'blob' })],
  ])('count one answer to %s once', async (_transport, watch, post) => {
    const monitor = createMaintenanceMonitor();
    let changes = 0;
    monitor.subscribe(() => (changes += 1));
    const stops = [watch(monitor), watch(monitor)];
    await post();
    await expect.poll(() => monitor.getSnapshot()).toMatchObject({ attempt: 1 });
    // All effects of the first answer are done when the second one counts.
    await post();
    await expect.poll(() => monitor.getSnapshot()).toMatchObject({ attempt: 2 });
    expect(changes).toBe(2);
    stops.forEach((stop) => stop());
  });
});
