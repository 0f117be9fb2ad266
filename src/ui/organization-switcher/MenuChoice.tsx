'use client';

import { ItemIndicator, RadioItem } from '@radix-ui/react-dropdown-menu';
import type { ReactElement, ReactNode } from 'react';
import { CheckIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface MenuChoiceProps {
  readonly value: string;
  readonly name: string;
  readonly text: string | undefined;
  readonly picture: ReactNode;
}

/** A menu item for one of several choices, with a mark beside the current one. */
export function MenuChoice({ value, name, text, picture }: MenuChoiceProps): ReactElement {
  const slot = useSlot();
  return (
    <RadioItem {...slot('menu-item')} value={value} textValue={name}>
      {picture}
      <span {...slot('menu-choice-body')}>
        <strong>{name}</strong>
        {text === undefined ? null : <span>{text}</span>}
      </span>
      <ItemIndicator {...slot('menu-choice-mark')}>
        <CheckIcon width="1rem" height="1rem" />
      </ItemIndicator>
    </RadioItem>
  );
}
