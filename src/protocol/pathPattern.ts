/**
 * Splits a path at its slashes. One trailing slash is dropped, as servers do; an empty segment within (`/a//b`) is
 * kept, so that it matches nothing.
 */
export function splitPath(path: string): string[] {
  const segments = path.split('/').slice(1);
  if (segments.at(-1) === '') segments.pop();
  return segments;
}

/**
 * Returns whether segments match a pattern, one by one and to the last: `:name` matches any one segment that is not
 * empty, any other segment only an equal one. A segment may be percent-encoded; an encoded slash doesn't split it.
 */
export function matchesSegments(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => {
      const segment = segments[index];
      return part.startsWith(':') ? segment !== '' : part === segment || part === decode(segment);
    })
  );
}

function decode(segment = ''): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign is not an encoding.
    return undefined;
  }
}
