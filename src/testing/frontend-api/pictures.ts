import { ApiError } from './apiError.ts';
import type { RouteContext } from './http.ts';

const LARGEST_BYTES = 10 * 1024 * 1024;

/**
 * Reads the picture in the field `file` of a multipart body, as a `data:` URL, because no server serves it.
 *
 * @throws {ApiError} `request_body_too_large` above 10 MB, `unsupported_content_type` for anything but a picture.
 */
export async function readPicture(c: RouteContext): Promise<string> {
  const file = (await c.req.formData()).get('file');
  if (file === null || typeof file === 'string') throw new ApiError('form_param_missing', { param: 'file' });
  if (file.size > LARGEST_BYTES) throw new ApiError('request_body_too_large', { param: 'file' });
  if (!/^image\/(png|jpeg|gif|webp)$/.test(file.type)) {
    throw new ApiError('unsupported_content_type', { param: 'file' });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `data:${file.type};base64,${btoa(characters)}`;
}
