import type { Upload } from '../../auth/UserPort.ts';
import type { Api } from './createApi.ts';

/**
 * Uploads a picture as a form. Only `XMLHttpRequest` reports progress, so it is used if the caller passes
 * `onProgress` and the application has not passed a `fetch`. Otherwise the progress is 0, then 1.
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
  await api.execute(method, path, {
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
      // The answer reports the end: the API may still reject a complete upload.
      if (lengthComputable && loaded < total) onProgress(loaded / total);
    });
    request.addEventListener('load', () => {
      resolve(new Response(request.responseText, { status: request.status, headers: headersOf(request) }));
    });
    // Rejects as `fetch` does for an unreachable server.
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
