/**
 * A path split at its slashes. One slash at the end is left off, as servers do; an empty segment within
 * (`/a//b`) stays one, so that it matches nothing.
 */
export function splitPath(path: string): string[] {
  const segments = path.split('/').slice(1);
  if (segments.at(-1) === '') segments.pop();
  return segments;
}

/**
 * Whether segments match a pattern, one by one and to the last: `:name` stands for any one segment that is
 * not empty, everything else for itself. A segment may be percent-encoded; an encoded slash does not split
 * it.
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
    // A stray percent sign stands for itself.
    return undefined;
  }
}
