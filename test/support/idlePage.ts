import { loadEngine } from '../../src/monitor/lazyEngine.ts';

// As on a page that was idle once. test/monitor/lazyEngine.test.ts has the pages that were not.
await loadEngine();
// React needs none of it without a page.
if (typeof document !== 'undefined') {
  const { useNoticeParts } = await import('../../src/ui/notice/lazyNoticeParts.ts');
  const { usePanelParts } = await import('../../src/ui/notice/lazyPanelParts.ts');
  const { useSendWhenAvailableParts } = await import('../../src/ui/form/SendWhenAvailable.tsx');
  await Promise.all([useNoticeParts, usePanelParts, useSendWhenAvailableParts].map(({ load }) => load()));
}
