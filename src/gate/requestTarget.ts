/**
 * Returns the URL of a request target, on the host `localhost`. The client chooses the `Host` header, so it is not
 * classified; neither is the authority of a target in absolute form, `http://host/path`. A target without a path is
 * returned unchanged.
 */
export function addressOfTarget(target: string): string {
  if (target === '*') return 'http://localhost/*';
  const path = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]*/i, '');
  const isWhole = path.startsWith('/') || (path !== target && /^(?:$|[?#\\])/.test(path));
  if (!isWhole) return target;
  return `http://localhost${path.startsWith('/') ? '' : '/'}${path}`;
}

/**
 * Returns whether servers agree on the path of a URL. They don't if it contains `..` or a backslash: some resolve
 * those, and others take `/graphql/../search` for a path below `/graphql`.
 */
export function isPlainPath(url: string): boolean {
  const [path = ''] = url.split(/[?#]/);
  return !/\\|\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path);
}
