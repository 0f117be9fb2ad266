import type { Upload } from '../../auth/UserPort.ts';
import type { Api } from './createApi.ts';

/**
 * Sends a picture as a form. Only `XMLHttpRequest` counts what has left, so where somebody wants to know and the
 * application has no `fetch` of its own, that is what sends; else the progress is nothing, then all.
 */
export async function upload(
  api: Api,
  method: 'POST' | 'PUT',
  path: string,
  { file, onProgress }: Upload,
): Promise<void> {
  const body = new FormData();
  body.append('file', file);
  const isCounted = onProgress && !api.hasOwnFetch && typeof XMLHttpRequest === 'function';
  onProgress?.(0);
  await api.done(method, path, {
    body,
    ...(isCounted && { sendBy: (url) => sendCounting(url as string, body, onProgress) }),
  });
  onProgress?.(1);
}

function sendCounting(
  url: string,
  body: FormData,
  onProgress: (fraction: number) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.withCredentials = true;
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      // The end is told by the answer: what has left may still be refused.
      if (lengthComputable && loaded < total) onProgress(loaded / total);
    });
    request.addEventListener('load', () => {
      resolve(new Response(request.responseText, { status: request.status, headers: headersOf(request) }));
    });
    // As `fetch` does where nothing answered.
    request.addEventListener('error', () => reject(new TypeError(`Failed to send to ${url}`)));
    request.send(body);
  });
}

function headersOf(request: XMLHttpRequest): Headers {
  const headers = new Headers();
  for (const line of request.getAllResponseHeaders().trim().split('\r\n')) {
    const [, name, value] = /^([^:]+):(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) headers.append(name, value.trim());
  }
  return headers;
}
