export type PasswordStrength = 'weak' | 'fair' | 'good' | 'strong';

/** How many bits make it so. */
const levels: readonly (readonly [bits: number, strength: PasswordStrength])[] = [
  [72, 'strong'],
  [54, 'good'],
  [38, 'fair'],
];

/** Kinds of characters, and how many there are of each. */
const alphabets: readonly (readonly [kind: RegExp, size: number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[0-9]/, 10],
  [/[^a-zA-Z0-9]/, 33],
];

/**
 * How hard a password is to guess by trying, as far as its length and the variety of its characters tell. It knows
 * no dictionary and no leak: those are for the backend, which may refuse what is called strong here.
 *
 * A character that repeats the one before it or goes on in order (`aaa`, `123`) adds nothing.
 */
export function passwordStrength(password: string): PasswordStrength {
  const alphabet = alphabets.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 0);
  const characters = Array.from(password.toLowerCase(), (character) => character.codePointAt(0) ?? 0);
  const surprises = characters.filter((code, at) => Math.abs(code - (characters[at - 1] ?? -9)) > 1).length;
  // Few different characters make few passwords, however often they come.
  const counted = Math.min(surprises, new Set(characters).size * 2);
  const bits = counted * Math.log2(Math.max(alphabet, 2));
  return levels.find(([least]) => bits >= least)?.[1] ?? 'weak';
}
