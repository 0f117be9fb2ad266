/**
 * Returns the address of a request target, on the host `localhost`. The client chooses the `Host` header, so it has no
 * part in what is classified; neither has the authority of a target in absolute form, `http://host/path`. A target
 * that has no path is returned as it is.
 */
export function addressOfTarget(target: string): string {
  if (target === '*') return 'http://localhost/*';
  const path = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]*/i, '');
  const isWhole = path.startsWith('/') || (path !== target && /^(?:$|[?#\\])/.test(path));
  if (!isWhole) return target;
  return `http://localhost${path.startsWith('/') ? '' : '/'}${path}`;
}

/**
 * Returns whether servers agree on the path of a URL. They do not where `..` or a backslash is in it: some resolve
 * those, and others take `/graphql/../search` for a path below `/graphql`.
 */
export function isPlainPath(url: string): boolean {
  const [path = ''] = url.split(/[?#]/);
  return !/\\|\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path);
}
