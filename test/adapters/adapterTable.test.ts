// @vitest-environment node
import { expect, test } from 'vitest';
import { adapterTable } from '../../tools/adapterTable.ts';

test('docs/adapters.md lists the operations of the adapters', async () => {
  await expect(adapterTable()).toMatchFileSnapshot('../../docs/adapters.md');
});
