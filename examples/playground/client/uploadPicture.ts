import { AuthError, SystemUnderMaintenanceError, type Upload } from 'maintenance-kit';
import { readMaintenanceNotice } from 'maintenance-kit/protocol';

/** Uploads a picture and returns its URL, because better-auth only stores URLs. */
export async function uploadPicture({ file, onProgress }: Upload): Promise<string> {
  onProgress?.(0);
  const response = await fetch('/api/pictures', {
    method: 'POST',
    headers: { 'content-type': file.type },
    body: file,
  });
  const notice = await readMaintenanceNotice(response);
  if (notice) throw new SystemUnderMaintenanceError({ notice, cause: response });
  if (response.status === 413 || response.status === 415) {
    throw new AuthError('file_rejected', { field: 'file', status: response.status });
  }
  if (!response.ok) throw new Error(`The picture was not kept: status ${response.status}.`);
  onProgress?.(1);
  return ((await response.json()) as { readonly url: string }).url;
}
