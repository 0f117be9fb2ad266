// @vitest-environment node
import { expect, test } from 'vitest';
import { adapterTable } from '../../tools/adapterTable.ts';

test('docs/adapters.md says what the adapters offer', async () => {
  await expect(adapterTable()).toMatchFileSnapshot('../../docs/adapters.md');
});
