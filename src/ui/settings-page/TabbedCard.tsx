'use client';

import { Content, List, Root, Trigger } from '@radix-ui/react-tabs';
import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import type { IconComponent } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface CardTab {
  readonly id: string;
  /** Hidden from screen readers: the label says the same. */
  readonly icon: IconComponent;
  readonly label: string;
  readonly content: ReactNode;
}

export interface TabbedCardProps {
  /** What all of it is about: stands above the tabs. */
  readonly title: ReactNode;
  /** Above the title: a picture, for example. */
  readonly header?: ReactNode;
  /** Below the title, in small print. */
  readonly text?: ReactNode;
  /** One at least; the first is shown first. */
  readonly tabs: readonly CardTab[];
  readonly className?: string | undefined;
}

interface Arrangement {
  readonly orientation: 'horizontal' | 'vertical';
  readonly dir: 'ltr' | 'rtl';
}

/**
 * A framed surface with a navigation at its start and one of several pages at its end. What was opened once stays
 * mounted, so that nothing typed or picked on a page is lost on the way to another.
 *
 * Renders a `<div data-slot="tabbed-card">` with a `<div role="tablist">`; where there is little room the tabs stand
 * in a row above the page.
 */
export function TabbedCard({ title, header, text, tabs, className }: TabbedCardProps): ReactElement {
  const slot = useSlot();
  const [picked, setPicked] = useState('');
  // A tab can go away, when more is known of what the backend offers.
  const selected = tabs.find(({ id }) => id === picked)?.id ?? tabs[0]?.id ?? '';
  const [opened, setOpened] = useState<readonly string[]>([selected]);
  const listRef = useRef<HTMLDivElement>(null);
  const arrangement = useArrangement(listRef);
  useEffect(() => {
    // In a row that is pushed aside, the tab that was picked is to be seen, with its neighbours.
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
                  <Icon {...slot('tab-icon')} width="16" height="16" />
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

/** As the stylesheet arranges the tabs, and in the direction of the page, so do the arrow keys walk. */
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
