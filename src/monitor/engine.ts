// The code that a monitor needs once a maintenance is known, which `lazyEngine` loads as one.
export { classifyRequest } from '../protocol/classifyRequest.ts';
export { createRecovery } from './createRecovery.ts';
export { judgeReport } from './judgeReport.ts';
export { restoreState } from './restoreState.ts';
export { shareState } from './shareState.ts';
export { transition } from './transition.ts';
