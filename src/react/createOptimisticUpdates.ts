/** An optimistic update, with the function that undoes it. */
interface Layer {
  readonly apply: () => () => void;
  undo: () => void;
  isConfirmed: boolean;
}

/** Settles one optimistic update. */
export interface OptimisticUpdate {
  readonly confirm: () => void;
  readonly rollBack: () => void;
}

/**
 * Creates a list of overlapping optimistic updates, in the order in which they were made.
 *
 * If an update below newer ones fails, the newer ones are undone, newest first, then the failed one, then the newer
 * ones are applied again. The result is always the original value with the confirmed updates, in any order of
 * settling.
 */
export function createOptimisticUpdates(): { readonly add: (apply: () => () => void) => OptimisticUpdate } {
  const layers: Layer[] = [];

  function rollBack(layer: Layer): void {
    const newer = layers.splice(layers.indexOf(layer));
    for (const { undo } of newer.toReversed()) undo();
    for (const each of newer.slice(1)) {
      each.undo = each.apply();
      layers.push(each);
    }
    forgetSettled();
  }

  /** Drops updates that have only confirmed ones below them: they are never undone. */
  function forgetSettled(): void {
    const firstOpen = layers.findIndex(({ isConfirmed }) => !isConfirmed);
    layers.splice(0, firstOpen === -1 ? layers.length : firstOpen);
  }

  return {
    add(apply) {
      const layer: Layer = { apply, undo: apply(), isConfirmed: false };
      layers.push(layer);
      return {
        confirm() {
          layer.isConfirmed = true;
          forgetSettled();
        },
        rollBack: () => rollBack(layer),
      };
    },
  };
}
