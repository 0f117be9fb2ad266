export type { Dialect } from '../protocol/dialect.ts';
export { defineDialect } from './defineDialect.ts';
export type {
  AnswerHead,
  DialectAnswer,
  DialectDefinition,
  DialectNotice,
  WrittenAnswer,
} from './DialectDefinition.ts';
export type { DialectOptions } from './DialectOptions.ts';
export { discourse } from './discourse.ts';
export { gitlab } from './gitlab.ts';
export { laravel, type LaravelOptions } from './laravel.ts';
export { mediaWiki } from './mediaWiki.ts';
export { mozillaAddons } from './mozillaAddons.ts';
export { nextcloud } from './nextcloud.ts';
export { plain503, type Plain503Options } from './plain503.ts';
