export type PasswordStrength = 'weak' | 'fair' | 'good' | 'strong';

/** The minimum number of bits of each strength. */
const levels: readonly (readonly [bits: number, strength: PasswordStrength])[] = [
  [72, 'strong'],
  [54, 'good'],
  [38, 'fair'],
];

/** Kinds of characters, with the number of characters of each kind. */
const alphabets: readonly (readonly [kind: RegExp, size: number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[0-9]/, 10],
  [/[^a-zA-Z0-9]/, 33],
];

/**
 * Estimates how hard a password is to guess from its length and the variety of its characters. It doesn't check
 * dictionaries or leaked passwords: a backend does that, and may reject a password that is strong here.
 *
 * A character that repeats or continues the previous one (`aaa`, `123`) adds nothing.
 */
export function passwordStrength(password: string): PasswordStrength {
  const alphabet = alphabets.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 0);
  const characters = Array.from(password.toLowerCase(), (character) => character.codePointAt(0) ?? 0);
  const surprises = characters.filter((code, at) => Math.abs(code - (characters[at - 1] ?? -9)) > 1).length;
  // Few different characters make a weak password, however often they occur.
  const counted = Math.min(surprises, new Set(characters).size * 2);
  const bits = counted * Math.log2(Math.max(alphabet, 2));
  return levels.find(([least]) => bits >= least)?.[1] ?? 'weak';
}
