import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOptimisticUpdates } from '../../src/react/createOptimisticUpdates.ts';

interface Press {
  readonly value: number;
  readonly succeeds: boolean;
  /** The position in which it settles. */
  readonly rank: number;
}

const presses: fc.Arbitrary<readonly Press[]> = fc.array(
  fc.record({ value: fc.nat(9), succeeds: fc.boolean(), rank: fc.nat(1000) }),
  { minLength: 1, maxLength: 6 },
);

/** Makes all updates, then settles them in the order of their ranks. */
function play<Value>(
  initial: Value,
  updates: readonly Press[],
  update: (value: Value, press: Press) => Value,
): Value {
  let shown = initial;
  const optimistic = createOptimisticUpdates();
  const made = updates.map((press) => ({
    press,
    update: optimistic.add(() => {
      const before = shown;
      shown = update(shown, press);
      return () => {
        shown = before;
      };
    }),
  }));
  for (const {
    press,
    update: { confirm, rollBack },
  } of made.toSorted((one, other) => one.press.rank - other.press.rank)) {
    if (press.succeeds) confirm();
    else rollBack();
  }
  return shown;
}

describe('overlapping optimistic updates', () => {
  it.each<[string, <Result>(check: (update: (value: string, press: Press) => string) => Result) => Result]>([
    ['replaces the value', (check) => check((_value, press) => String(press.value))],
    ['adds to the value', (check) => check((value, press) => `${value}${press.value}`)],
  ])('updates end at the server’s value in any order, if each %s', (_name, withUpdate) => {
    withUpdate((update) =>
      fc.assert(
        fc.property(presses, (updates) => {
          const onServer = updates.filter(({ succeeds }) => succeeds).reduce(update, 'first');
          expect(play('first', updates, update)).toBe(onServer);
        }),
        { numRuns: 500 },
      ),
    );
  });

  it('updates are undone in reverse order after a failure', () => {
    const steps: string[] = [];
    const optimistic = createOptimisticUpdates();
    const [older] = ['a', 'b', 'c'].map((name) =>
      optimistic.add(() => {
        steps.push(`+${name}`);
        return () => steps.push(`-${name}`);
      }),
    );
    older?.rollBack();
    expect(steps).toEqual(['+a', '+b', '+c', '-c', '-b', '-a', '+b', '+c']);
  });
});
