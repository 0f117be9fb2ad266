/** An optimistic update, with what takes it back. */
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
 * Optimistic updates that overlap, in the order in which they were made.
 *
 * An update that fails below newer ones is taken out from among them: the newer ones are undone, newest first, then
 * this one, then the newer ones are applied again. So what remains is what the confirmed updates make of the value
 * that was there first, in whatever order they settle.
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

  /** What only confirmed updates are below needs no way back. */
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
