import type { Dialect, DialectClock, DialectReading } from '../protocol/dialect.ts';
import { KitError } from '../protocol/KitError.ts';
import { assertRequestRules } from '../protocol/requestRules.ts';
import { answerSourceOf, type AnswerSource } from './answerSource.ts';
import { createDialectCheck } from './createDialectCheck.ts';
import { createDialectGate } from './createDialectGate.ts';
import { createJudge, noticeOf, type Glance, type Judge } from './createJudge.ts';
import type { AnswerHead, DialectDefinition } from './DialectDefinition.ts';

/**
 * Makes a dialect of functions that know how an API announces its maintenance. Pass it in `dialects` to the provider or
 * to `createMaintenanceMonitor`. The contract is understood too, and comes first.
 *
 * @throws {KitError} MK131 for a definition that can't be used, MK101 to MK104 for bad `rules`.
 */
export function defineDialect(definition: DialectDefinition): Dialect {
  assertDefinition(definition);
  const { name, scope, rules = [], check, answers } = definition;
  const judge = createJudge(definition);
  const rejectsAll = scope === 'all';
  return {
    name,
    rules,
    read(answer, clock, apiOf, request) {
      const source = answerSourceOf(answer.source);
      const { method, url } = request?.() ?? { method: '', url: '' };
      if (!source || (request && apiOf(url) === undefined)) return answer;
      const { status, header } = source;
      const head: AnswerHead = { method: method.toUpperCase(), url: String(url), status, header };
      const received = { source, head, judge, rejectsAll, clock };
      return readAnswer(answer, received, request === undefined);
    },
    check: check && createDialectCheck(judge, check.url),
    get gate() {
      if (answers) return createDialectGate(answers, rejectsAll);
      throw new KitError(
        'MK209',
        `A gate was given the dialect ${JSON.stringify(name)}, which doesn't say what a gate answers: give its definition \`answers\`.`,
      );
    },
  };
}

interface Received {
  readonly source: AnswerSource;
  readonly head: AnswerHead;
  readonly judge: Judge;
  readonly rejectsAll: boolean;
  readonly clock: DialectClock;
}

function readAnswer(answer: DialectReading, received: Received, isReport: boolean): DialectReading {
  const { head, judge, clock } = received;
  const glance = judge.glance(head);
  const { source } = answer;
  const httpStatus = head.status;
  if (glance.mayBeRejected) return readRejection(answer, received, glance);
  if (isReport) return answer;
  // The dialect may have meant that the request was rejected: a success of unknown meaning is no evidence.
  if (glance.hasFailed) return { ...answer, status: 0, httpStatus };
  if (glance.mode === undefined) return answer;
  return {
    source,
    httpStatus,
    status: glance.mode === 'on' ? 503 : 200,
    kind: 'mutation',
    isAnnouncement: glance.mode === 'on',
    readNotice: async () => noticeOf({}, head, clock.now()),
  };
}

function readRejection(
  answer: DialectReading,
  { source, head, judge, rejectsAll, clock }: Received,
  { mode }: Glance,
): DialectReading {
  let isRecognized = false;
  return {
    status: 503,
    source: answer.source,
    httpStatus: head.status,
    get kind() {
      return isRecognized && rejectsAll ? 'read' : answer.kind;
    },
    async readNotice() {
      const nowMs = clock.now();
      // Both begin before the first await, because the caller may read the body next.
      const reading = source.readBody(clock);
      const known = answer.status === 503 && (await answer.readNotice());
      if (known) return known;
      const notice = judge.recognize(head, await reading, nowMs);
      isRecognized = notice !== undefined;
      return notice ?? (mode === 'on' ? noticeOf({}, head, nowMs) : undefined);
    },
  };
}

function assertDefinition(definition: DialectDefinition): void {
  const { name, scope, recognize, mayReject, mode, rules, check, answers } = definition;
  const isFunction = (value: unknown): boolean => value === undefined || typeof value === 'function';
  const wrong = [
    typeof name !== 'string' || name === '',
    scope !== undefined && scope !== 'mutations' && scope !== 'all',
    typeof recognize !== 'function',
    !isFunction(mayReject) || !isFunction(mode),
    check !== undefined && (typeof check.url !== 'string' || !isFunction(check.read)),
    answers !== undefined && (typeof answers.rejection !== 'object' || !isFunction(answers.check)),
  ].indexOf(true);
  if (wrong !== -1) {
    throw new KitError(
      'MK131',
      `defineDialect was given a definition that it cannot use: ${
        [
          'name takes a text',
          'scope takes "mutations" or "all"',
          'recognize takes a function',
          'mayReject and mode take functions',
          'check takes an object with the `url` to request, and a function as `read`',
          'answers takes an object with the `rejection`, and a function as `check`',
        ][wrong] ?? ''
      }. Change it, or leave it out.`,
    );
  }
  assertRequestRules(rules ?? []);
}
