import type { Upload } from '../../auth/UserPort.ts';

/**
 * Sends a picture as a form. Only `XMLHttpRequest` counts what has left, so where somebody wants to know and the
 * application has no `fetch` of its own, that is what sends; else the progress is nothing, then all.
 */
export async function upload(
  url: string,
  { file, onProgress }: Upload,
  fetch: typeof globalThis.fetch | undefined,
): Promise<Response> {
  const body = new FormData();
  body.append('file', file);
  onProgress?.(0);
  const response =
    onProgress && !fetch && typeof XMLHttpRequest === 'function'
      ? await sendCounting(url, body, onProgress)
      : await (fetch ?? globalThis.fetch)(url, { method: 'POST', credentials: 'include', body });
  if (response.ok) onProgress?.(1);
  return response;
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
  const lines = request.getAllResponseHeaders().trim().split('\r\n');
  return new Headers(
    lines.filter(Boolean).map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
}
