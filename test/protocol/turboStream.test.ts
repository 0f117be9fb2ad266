import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMaintenanceNotice } from '../../src/protocol/index.ts';

/** Returns a response as React Router 7 sends it for an action or a loader. */
function streamed(body: string, status = 503): Response {
  return new Response(body, { status, headers: { 'content-type': 'text/x-script' } });
}

const returned =
  '[{"_1":2},"data",{"_3":4,"_5":6,"_7":8},"shortMessage","Down","longMessage","Back soon.","code","maintenance_mode"]\n';
const thrown =
  '[{"_1":2},"error",["ErrorResponse",3,4,5],{"_6":7,"_8":9,"_10":11},503,"","shortMessage","Down","longMessage","Back soon.","code","maintenance_mode"]\n';
const envelope =
  '[{"_1":2},"data",{"_3":4,"_5":6},"errors",[7],"clerk_trace_id","x",{"_8":9,"_10":11,"_12":13},"code","maintenance_mode","message","Down","long_message","Back soon."]\n';

describe('a turbo-stream response', () => {
  it.each([
    ['of an action that returns the documented body', returned],
    ['of an action that throws it', thrown],
    ['of an action that returns the envelope', envelope],
  ])('the maintenance of %s is found with its texts', async (_name, body) => {
    expect(await readMaintenanceNotice(streamed(body))).toEqual({
      code: 'maintenance_mode',
      shortMessage: 'Down',
      longMessage: 'Back soon.',
    });
  });

  it.each([
    ['with another status', streamed(returned, 500)],
    ['that holds the words, but not as a code', streamed('[{"_1":2},"title","maintenance_mode"]\n')],
    ['without the words', streamed('[{"_1":2},"data","no"]\n')],
    ['that is cut off', streamed(returned.slice(0, 60))],
    ['of another shape', streamed('{"code":"maintenance_mode"}')],
  ])('%s is not a maintenance', async (_name, response) => {
    expect(await readMaintenanceNotice(response)).toBeUndefined();
  });

  it('any content leaves the reader without an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        const body = JSON.stringify([JSON.parse(json), { _1: 2, __proto__1: -1 }, 'maintenance_mode']);
        expect(await readMaintenanceNotice(streamed(body))).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });
});
