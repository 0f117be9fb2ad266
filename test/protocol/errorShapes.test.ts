// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { contractNotice, isMaintenanceError, parseMaintenanceNotice } from '../../src/protocol/index.ts';
import { expectedNotice, maintenanceBodies } from './bodies.ts';

const { flat } = maintenanceBodies;
const text = JSON.stringify(flat);

const failed = (members: object): Error => Object.assign(new Error('Request failed'), members);

/** The errors of clients that are not installed here, made from the API's `status` and `body`. */
const shapes: Readonly<Record<string, (status: number, body: typeof flat | { code: string }) => unknown>> = {
  tRPC: (status, body) => failed({ meta: { response: { status }, responseJSON: body } }),
  'tRPC over a batch': (status, body) =>
    failed({ meta: { response: { status }, responseJSON: [{ error: body }] } }),
  'Apollo 4': (statusCode, body) =>
    failed({ statusCode, bodyText: JSON.stringify(body), response: { status: statusCode } }),
  'Apollo 3': (statusCode, body) => failed({ networkError: failed({ statusCode, result: body }) }),
  urql: (status, body) => failed({ networkError: failed({ cause: { status, body } }), response: { status } }),
  'graphql-request': (status, body) =>
    failed({ response: { status, errors: [body] }, request: { variables: {} } }),
  got: (statusCode, body) => failed({ response: { statusCode, body: JSON.stringify(body) } }),
  superagent: (status, body) => failed({ status, response: { status, body, text: JSON.stringify(body) } }),
  wretch: (status, body) => failed({ status, json: body, text: JSON.stringify(body) }),
  jQuery: (status, body) => ({ status, responseJSON: body, responseText: JSON.stringify(body) }),
  Angular: (status, body) => ({ status, error: body }),
  'RTK Query': (status, data) => ({ status, data }),
  'RTK Query with text': (originalStatus, body) => ({
    status: 'PARSING_ERROR',
    originalStatus,
    data: JSON.stringify(body),
  }),
  octokit: (status, data) => failed({ status, response: { status, data } }),
  elasticsearch: (statusCode, body) => failed({ meta: { statusCode, body } }),
  PocketBase: (status, response) => failed({ status, response }),
  'openapi-generator': (status, body) => failed({ status, body, url: '/api' }),
  NSwag: (status, body) => failed({ status, response: JSON.stringify(body), headers: {} }),
  Elysia: (status, value) => ({ data: null, error: { status, value } }),
  postgrest: (status, error) => ({ data: null, error, status }),
};

describe.each(Object.entries(shapes))('an error of %s', (_client, shape) => {
  it('the error with the maintenance code is a maintenance', () => {
    expect(parseMaintenanceNotice(shape(503, flat))).toEqual(expectedNotice);
  });

  it.each([400, 429, 500])('the error with status %i is not a maintenance', (status) => {
    expect(isMaintenanceError(shape(status, flat))).toBe(false);
  });

  it('the error with another code is not a maintenance', () => {
    expect(isMaintenanceError(shape(503, { code: 'overloaded' }))).toBe(false);
  });
});

describe('a text', () => {
  const shortMessageOf = (message: string): string | undefined =>
    parseMaintenanceNotice({ status: 503, code: 'maintenance_mode', message })?.shortMessage;

  it.each([
    ['JSON with a text', text, expectedNotice.shortMessage],
    ['JSON without a text', '{"code":"maintenance_mode"}', contractNotice.shortMessage],
    ['a list', '[{"code":"maintenance_mode"}]', contractNotice.shortMessage],
    ['JSON that broke off', text.slice(0, 40), contractNotice.shortMessage],
    ['JSON in JSON', JSON.stringify(text), contractNotice.shortMessage],
    ['JSON whose text is JSON', JSON.stringify({ message: text }), contractNotice.shortMessage],
    ['a text in brackets', '[Planned] Back at noon', '[Planned] Back at noon'],
    ['a quoted text', '"Back at noon"', '"Back at noon"'],
  ])('the text is never raw JSON: %s', (_name, message, expected) => {
    expect(shortMessageOf(message)).toBe(expected);
  });
});
