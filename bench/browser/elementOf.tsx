import { createElement, type ReactNode } from 'react';

const reactNames: Readonly<Record<string, string>> = {
  class: 'className',
  for: 'htmlFor',
  tabindex: 'tabIndex',
  autocomplete: 'autoComplete',
  autocapitalize: 'autoCapitalize',
  spellcheck: 'spellCheck',
  value: 'defaultValue',
  viewbox: 'viewBox',
};

/** Returns the React element that renders a copy of a node. */
export function elementOf(node: Node, key: number): ReactNode {
  return templateOf(node)(key);
}

/** Returns a function that creates the React element of a copy of a node, as the JSX of a component does. */
export function templateOf(node: Node): (key: number) => ReactNode {
  if (!(node instanceof Element)) return () => node.textContent;
  const props = [...node.attributes]
    .filter(({ name }) => name !== 'style')
    .map(({ name, value }) => [reactNames[name] ?? name, booleanNames.has(name) ? true : value] as const);
  const children = [...node.childNodes].map(templateOf);
  return (key) =>
    createElement(
      node.localName,
      { ...Object.fromEntries(props), key },
      ...children.map((create, at) => create(at)),
    );
}

const booleanNames: ReadonlySet<string> = new Set(['hidden', 'required', 'disabled']);
