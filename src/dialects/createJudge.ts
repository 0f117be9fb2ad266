import { isObject, readMember } from '../protocol/boundedReader.ts';
import { contractNotice, MAINTENANCE_CODE, type MaintenanceNotice } from '../protocol/notice.ts';
import { parseMaintenanceNotice } from '../protocol/parseMaintenanceNotice.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';
import type { AnswerBody } from './answerSource.ts';
import { createCarefulCalls, failed } from './createCarefulCalls.ts';
import type { AnswerHead, DialectAnswer, DialectDefinition, DialectNotice } from './DialectDefinition.ts';

/** What the status and the headers of an answer say. */
export interface Glance {
  readonly mayBeRejected: boolean;
  readonly mode: 'on' | 'off' | undefined;
  /** True if a function of the dialect threw. */
  readonly hasFailed: boolean;
}

/** The functions of a definition. None of them throws. */
export interface Judge {
  readonly glance: (head: AnswerHead) => Glance;
  /** Returns the notice of a rejection, or `undefined` for any other answer. */
  readonly recognize: (head: AnswerHead, body: AnswerBody, nowMs: number) => MaintenanceNotice | undefined;
  /** Returns what the answer to a check says. */
  readonly readCheck: (head: AnswerHead, body: AnswerBody) => ServiceCheck | undefined;
}

export function createJudge({
  name,
  scope,
  recognize,
  mayReject = () => false,
  mode: modeOf = () => undefined,
  check,
}: DialectDefinition): Judge {
  const call = createCarefulCalls(name);

  function glance(head: AnswerHead): Glance {
    const mayBeRejected = call('mayReject', () => mayReject(head));
    const mode = call('mode', () => modeOf(head));
    return {
      mayBeRejected: head.status === 503 || mayBeRejected === true,
      mode: mode === 'on' || mode === 'off' ? mode : undefined,
      hasFailed: mayBeRejected === failed || mode === failed,
    };
  }

  function noticeIn(head: AnswerHead, body: AnswerBody, nowMs: number): MaintenanceNotice | undefined {
    const said = call('recognize', () => recognize(answerOf(head, body)));
    if (said === failed || typeof said !== 'object')
      return said === true ? noticeOf({}, head, nowMs) : undefined;
    return said === null ? undefined : noticeOf(said, head, nowMs);
  }

  return {
    glance,
    recognize: noticeIn,
    readCheck(head, body) {
      if (check?.read) {
        const read = check.read;
        const said = call('check.read', () => read(answerOf(head, body)));
        return said === failed ? undefined : said;
      }
      const { mayBeRejected, mode } = glance(head);
      const isRejected = mayBeRejected && noticeIn(head, body, 0) !== undefined;
      if (isRejected) return scope === 'all' ? 'unavailable' : 'maintenance';
      const isOn = mode === undefined ? readMember(body.json, 'maintenance_mode') : mode === 'on';
      return isOn === true ? 'maintenance' : isOn === false ? 'operational' : undefined;
    },
  };
}

/** Returns a notice with the API's texts, bounded as those of the contract are, and its `Retry-After`. */
export function noticeOf(said: DialectNotice, head: AnswerHead, nowMs: number): MaintenanceNotice {
  const notice = {
    status: 503,
    code: MAINTENANCE_CODE,
    shortMessage: readMember(said, 'shortMessage'),
    longMessage: readMember(said, 'longMessage'),
    retryAfterMs: readMember(said, 'retryAfterMs'),
    headers: { 'retry-after': head.header('retry-after') },
  };
  return parseMaintenanceNotice(notice, { nowMs }) ?? contractNotice;
}

function answerOf(head: AnswerHead, body: AnswerBody): DialectAnswer {
  return {
    ...head,
    text: body.text,
    json(...path) {
      let value = body.json;
      for (const member of path)
        value = isObject(value) && Object.hasOwn(value, member) ? readMember(value, member) : undefined;
      return value;
    },
  };
}
