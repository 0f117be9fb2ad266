'use client';

import { clsx } from 'clsx';
import { createContext, useContext, useMemo, type Context, type ReactElement, type ReactNode } from 'react';
import { lookUp } from '../../protocol/lookUp.ts';
import type { SlotName } from './slotNames.ts';

/**
 * Your own classes by slot, in addition to the kit's. Each component accepts the slots that it renders. Without a
 * type argument: every slot of the kit.
 */
export type ClassNames<Slot extends SlotName = SlotName> = { readonly [Name in Slot]?: string | undefined };

/** The rendered parts of a card's header, for your own arrangement. */
export interface CardHeaderParts {
  /** What the application passed as `header`: a logo, for example. */
  readonly header: ReactNode;
  /** The heading, which names the form. */
  readonly title: ReactElement;
  /** One line below the title; `null` without one. */
  readonly text: ReactElement | null;
}

/** The rendered parts of a field, for your own arrangement. Render all of them. */
export interface FieldParts {
  /** The name under which the value is sent: "email". */
  readonly name: string;
  readonly label: ReactElement;
  /** Content beside the label: a link, for example. */
  readonly aside: ReactNode;
  /** The input, with the content on top of its end. */
  readonly control: ReactElement;
  /** The hint or the error, which describes the input; `null` without either. */
  readonly note: ReactElement | null;
}

/** Functions that render a part instead of the kit. The kit renders the others. */
export interface Renderers {
  readonly cardHeader?: ((parts: CardHeaderParts) => ReactNode) | undefined;
  /** Receives the kit's own line, such as "No account? Sign up"; `undefined` without one. */
  readonly cardFooter?: ((footer: ReactNode) => ReactNode) | undefined;
  readonly field?: ((parts: FieldParts) => ReactNode) | undefined;
  /**
   * Replaces each `<input>` of a field with your own element, such as `<TextInput />`, which must accept every prop of
   * an input, including `ref`.
   */
  readonly input?: ReactElement | undefined;
}

/** Your own classes and markup, for one component or for all components below `AppearanceProvider`. */
export interface AppearanceProps<Slot extends SlotName = SlotName> {
  /** Classes by slot, in addition to the kit's own: `{ 'submit-button': 'btn btn-primary' }`. */
  readonly classNames?: ClassNames<Slot> | undefined;
  /** Your own markup for the header and footer of a card, for a field, or for an input. */
  readonly render?: Renderers | undefined;
}

const AppearanceContext: Context<AppearanceProps> = createContext<AppearanceProps>({});

export function useAppearance(): AppearanceProps {
  return useContext(AppearanceContext);
}

export interface AppearanceProviderProps extends AppearanceProps {
  readonly children: ReactNode;
}

/**
 * Gives all components of the kit below it the application's classes and markup. Each component also accepts
 * `classNames` and `render`. Of nested providers, the classes are combined and the innermost markup is used. Renders
 * only its children.
 */
export function AppearanceProvider({ classNames, render, children }: AppearanceProviderProps): ReactElement {
  const outer = useAppearance();
  const looks = useMemo(
    () => ({
      classNames: addUp(outer.classNames, classNames),
      render: { ...outer.render, ...render },
    }),
    [outer, classNames, render],
  );
  return <AppearanceContext.Provider value={looks}>{children}</AppearanceContext.Provider>;
}

function addUp(outer: ClassNames = {}, inner: ClassNames = {}): ClassNames {
  return Object.fromEntries(
    Object.keys({ ...outer, ...inner }).map((name) => [name, clsx(lookUp(outer, name), lookUp(inner, name))]),
  );
}
