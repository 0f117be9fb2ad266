'use client';

import { Content, List, Root, Trigger } from '@radix-ui/react-tabs';
import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import type { IconComponent } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface CardTab {
  readonly id: string;
  /** Hidden from screen readers, because the label says the same. */
  readonly icon: IconComponent;
  readonly label: string;
  readonly content: ReactNode;
}

export interface TabbedCardProps {
  /** The title of the whole card, above the tabs. */
  readonly title: ReactNode;
  /** Content above the title: a picture, for example. */
  readonly header?: ReactNode;
  /** Below the title, in small print. */
  readonly text?: ReactNode;
  /** At least one. The first tab is selected initially. */
  readonly tabs: readonly CardTab[];
  readonly className?: string | undefined;
}

interface Arrangement {
  readonly orientation: 'horizontal' | 'vertical';
  readonly dir: 'ltr' | 'rtl';
}

/**
 * A framed surface with tabs and the page of the selected tab. A page that was opened stays mounted, so that its
 * input and chosen files are kept.
 *
 * Renders a `<div data-slot="tabbed-card">` with a `<div role="tablist">`, in a row above the page on narrow screens.
 */
export function TabbedCard({ title, header, text, tabs, className }: TabbedCardProps): ReactElement {
  const slot = useSlot();
  const [picked, setPicked] = useState('');
  // A tab can disappear when the backend's options are loaded.
  const selected = tabs.find(({ id }) => id === picked)?.id ?? tabs[0]?.id ?? '';
  const [opened, setOpened] = useState<readonly string[]>([selected]);
  const listRef = useRef<HTMLDivElement>(null);
  const arrangement = useArrangement(listRef);
  useEffect(() => {
    // Scrolls the selected tab and its neighbors into view in a row that overflows.
    const tab = picked === '' ? null : listRef.current?.querySelector('[data-state="active"]');
    if (tab && 'scrollIntoView' in tab) tab.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [picked]);
  const titleId = useId();

  return (
    <div {...slot('tabbed-card', {}, className)}>
      <Root
        {...arrangement}
        asChild
        value={selected}
        onValueChange={(id) => {
          setPicked(id);
          setOpened([...opened.filter((other) => other !== id), id]);
        }}
      >
        {/* Radix would write its direction here; the page has one already. */}
        <div {...slot('tabbed-card-frame')} dir={undefined}>
          <div {...slot('tabbed-card-side')}>
            <div {...slot('tabbed-card-head')}>
              {header}
              <div {...slot('tabbed-card-names')}>
                <h2 {...slot('tabbed-card-title')} id={titleId}>
                  {title}
                </h2>
                {text === undefined ? null : <p {...slot('tabbed-card-text')}>{text}</p>}
              </div>
            </div>
            <List {...slot('tabbed-card-tabs')} ref={listRef} aria-labelledby={titleId}>
              {tabs.map(({ id, icon: Icon, label }) => (
                <Trigger {...slot('tab')} key={id} value={id}>
                  <Icon {...slot('tab-icon')} width="1rem" height="1rem" />
                  {label}
                </Trigger>
              ))}
            </List>
          </div>
          {tabs.map(({ id, content }) => (
            <Content
              {...slot('tabbed-card-page')}
              key={id}
              value={id}
              forceMount={opened.includes(id) || undefined}
              hidden={id !== selected}
            >
              {content}
            </Content>
          ))}
        </div>
      </Root>
    </div>
  );
}

/** Returns the orientation and direction of the tabs in the stylesheet, for the arrow keys. */
function useArrangement(ref: RefObject<HTMLElement | null>): Arrangement {
  const [arrangement, setArrangement] = useState<Arrangement>({ orientation: 'vertical', dir: 'ltr' });
  useEffect(() => {
    const list = ref.current;
    if (!list || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => {
      const { flexDirection, direction } = getComputedStyle(list);
      setArrangement({
        orientation: flexDirection === 'column' ? 'vertical' : 'horizontal',
        dir: direction === 'rtl' ? 'rtl' : 'ltr',
      });
    });
    observer.observe(list);
    return () => observer.disconnect();
  }, [ref]);
  return arrangement;
}
