import type { MessageOverrides } from './messages.ts';
import { overrideMessages } from './overrideMessages.ts';

/** Merges each bundle with the application's overrides, once. */
export function bundleMessages(
  overrides: MessageOverrides | undefined,
): <Bundle extends object>(bundle: Bundle) => Bundle {
  const merged = new Map<object, object>();
  return <Bundle extends object>(bundle: Bundle): Bundle => {
    const known = merged.get(bundle) as Bundle | undefined;
    if (known) return known;
    const texts = overrideMessages(bundle, overrides);
    merged.set(bundle, texts);
    return texts;
  };
}
