// @vitest-environment node
import { expect, test } from 'vitest';
import * as protocol from '../../src/protocol/index.ts';

test('the protocol entry exports these names', () => {
  expect(Object.keys(protocol).toSorted()).toMatchInlineSnapshot(`
    [
      "KitError",
      "MAINTENANCE_CODE",
      "SystemUnderMaintenanceError",
      "assertRequestRules",
      "classifyRequest",
      "contractNotice",
      "isMaintenanceError",
      "maintenanceResponse",
      "parseMaintenanceNotice",
      "parseRetryAfter",
      "readMaintenanceNotice",
      "readServiceCheck",
    ]
  `);
});
