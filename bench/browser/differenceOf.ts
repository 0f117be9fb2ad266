/** Returns a function that makes the changes between two states of one element in another element like it. */
export function differenceOf(before: Element, after: Element): (element: Element) => void {
  const [olds, news] = [before, after].map((element) => [element, ...element.querySelectorAll('*')]);
  if (olds?.length !== news?.length) throw new Error('The elements themselves change.');
  const changes = (news ?? []).flatMap((next, at) => {
    const old = olds?.[at];
    const find = pathTo(after, next);
    return old ? changesOf(old, next).map((change) => (element: Element) => change(find(element))) : [];
  });
  return (element) => {
    for (const change of changes) change(element);
  };
}

function changesOf(old: Element, next: Element): ((element: Element) => void)[] {
  const names = new Set([...old.getAttributeNames(), ...next.getAttributeNames()]);
  const attributes = [...names]
    .filter((name) => old.getAttribute(name) !== next.getAttribute(name))
    .map((name) => {
      const value = next.getAttribute(name);
      return (element: Element): void => {
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      };
    });
  if (next.children.length > 0 || old.textContent === next.textContent) return attributes;
  return [
    ...attributes,
    (element) => {
      element.textContent = next.textContent;
    },
  ];
}

/** Returns a function that finds the element at the same place. */
function pathTo(root: Element, element: Element): (root: Element) => Element {
  const indexes: number[] = [];
  for (let at = element; at !== root && at.parentElement; at = at.parentElement) {
    indexes.unshift([...at.parentElement.children].indexOf(at));
  }
  return (other) => indexes.reduce<Element>((found, index) => found.children[index] ?? found, other);
}
