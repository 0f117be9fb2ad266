export const shortMessage = 'Back in a moment';
export const longMessage = 'We move to a larger database and are back at noon.';

/** Every maintenance body of an API, each with its own texts. */
export const maintenanceBodies = {
  flat: { shortMessage, longMessage, code: 'maintenance_mode' },
  envelope: {
    errors: [{ code: 'maintenance_mode', message: shortMessage, long_message: longMessage, meta: {} }],
    clerk_trace_id: 'trace_1',
  },
  wrapped: { error: { code: 'maintenance_mode', message: shortMessage, longMessage } },
  problemCode: {
    type: 'about:blank',
    title: shortMessage,
    status: 503,
    detail: longMessage,
    code: 'maintenance_mode',
  },
  problemType: {
    type: 'https://api.example.com/problems/maintenance_mode',
    title: shortMessage,
    status: 503,
    detail: longMessage,
  },
  graphQL: {
    data: null,
    errors: [
      { message: shortMessage, path: ['addPost'], extensions: { code: 'maintenance_mode', longMessage } },
    ],
  },
  batch: [
    { result: { data: { id: 1 } } },
    { error: { code: 'maintenance_mode', message: shortMessage, long_message: longMessage } },
  ],
} as const;

export const expectedNotice = { code: 'maintenance_mode', shortMessage, longMessage } as const;
