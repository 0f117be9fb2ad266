import type { RequestRule } from '../protocol/requestRules.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';

/** What an answer says before its body is read. */
export interface AnswerHead {
  /** The method of the request, in upper case. Empty for a reported error. */
  readonly method: string;
  /** The URL that was requested, relative to the page if the request was. Empty for a reported error. */
  readonly url: string;
  readonly status: number;
  /** Returns a header, its name in any case, or `null`. Browsers hide most headers of other origins. */
  readonly header: (name: string) => string | null;
}

/** An answer with its body. */
export interface DialectAnswer extends AnswerHead {
  /** The beginning of the body, at most 64 kB. Empty if the client parsed the body itself. */
  readonly text: string;
  /**
   * Returns a member of the JSON body: `json('error', 'code')`. Without a name, the whole body. Returns `undefined` if
   * the body isn't JSON or has no such member.
   */
  readonly json: (...path: readonly (string | number)[]) => unknown;
}

/** What a rejection says. Texts come from the server: they are cut to a line or two, and rendered as plain text. */
export interface DialectNotice {
  /** One line. Default: the contract's text. */
  readonly shortMessage?: unknown;
  /** One or two sentences. Default: the contract's text. */
  readonly longMessage?: unknown;
  /** When to come back, in milliseconds from now. Default: the `Retry-After` header. */
  readonly retryAfterMs?: number | undefined;
}

/** An answer that a gate sends. */
export interface WrittenAnswer {
  /** Default: 503 for a rejection, 200 for a check. */
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A string is sent as plain text, any other value as JSON. */
  readonly body: unknown;
}

/**
 * How an API announces its maintenance. Every function is synchronous and receives at most 64 kB of a body. A function
 * that throws counts as if the answer said nothing, and the error is logged once with MK132.
 */
export interface DialectDefinition {
  /** Names the dialect in errors. */
  readonly name: string;
  /** What the maintenance rejects. A rejected read means `all` in any case. Default: `mutations`. */
  readonly scope?: 'mutations' | 'all' | undefined;
  /** Returns the notice of an answer that a maintenance rejects, or `true` for one without texts of its own. */
  readonly recognize: (answer: DialectAnswer) => DialectNotice | boolean | undefined;
  /**
   * Returns whether an answer that isn't a 503 may be a rejection, so that its body is read for `recognize`. Called for
   * every answer of your own APIs. Default: only a 503 is.
   */
  readonly mayReject?: ((head: AnswerHead) => boolean) | undefined;
  /**
   * Returns what the headers of any answer say, also those of a read that succeeded: the maintenance is `on` or `off`.
   * Return `undefined` if they say neither. Called for every answer of your own APIs.
   */
  readonly mode?: ((head: AnswerHead) => 'on' | 'off' | undefined) | undefined;
  /**
   * The API's own rules for the kind of its requests: mutations that a maintenance lets through prove nothing by
   * succeeding, so name them as reads.
   */
  readonly rules?: readonly RequestRule[] | undefined;
  /** The address that says whether the maintenance is over. Absent: the next mutation decides. */
  readonly check?:
    | {
        readonly url: string;
        /**
         * Returns what the answer says. Default: what `recognize` and `mode` say about it, or a JSON body with a
         * boolean `maintenance_mode`.
         */
        readonly read?: ((answer: DialectAnswer) => ServiceCheck | undefined) | undefined;
      }
    | undefined;
  /** What a gate answers in this dialect. Absent: no gate uses it. */
  readonly answers?:
    | {
        readonly rejection: WrittenAnswer;
        /** Default: the rejection if the scope is `all` and the maintenance is on, else `{"maintenance_mode": boolean}`. */
        readonly check?: ((isOn: boolean) => WrittenAnswer) | undefined;
      }
    | undefined;
}
