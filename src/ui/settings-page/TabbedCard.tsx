'use client';

import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
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
  const titleId = useId();

  function select(id: string): void {
    setPicked(id);
    setOpened([...opened.filter((other) => other !== id), id]);
  }

  return (
    <div {...slot('tabbed-card', {}, className)}>
      <div {...slot('tabbed-card-frame')}>
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
          <TabList tabs={tabs} selected={selected} titleId={titleId} onSelect={select} />
        </div>
        {tabs.map(({ id, content }) => (
          <div
            {...slot('tabbed-card-page', stateOf(id, selected))}
            key={id}
            id={pageIdOf(titleId, id)}
            role="tabpanel"
            tabIndex={0}
            aria-labelledby={tabIdOf(titleId, id)}
            hidden={id !== selected}
          >
            {id === selected || opened.includes(id) ? content : null}
          </div>
        ))}
      </div>
    </div>
  );
}

interface TabListProps extends Pick<TabbedCardProps, 'tabs'> {
  readonly selected: string;
  readonly titleId: string;
  readonly onSelect: (id: string) => void;
}

/** The tabs. The arrow keys, Home and End move the focus, and a tab is selected when it receives the focus. */
function TabList({ tabs, selected, titleId, onSelect }: TabListProps): ReactElement {
  const slot = useSlot();
  const ref = useRef<HTMLDivElement>(null);
  const arrangement = useArrangement(ref);

  function followKey(event: KeyboardEvent<HTMLDivElement>): void {
    const step = stepOf(event, arrangement);
    if (step === undefined) return;
    event.preventDefault();
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
    const from = all.findIndex((tab) => tab === document.activeElement);
    all.at(step === 'first' ? 0 : step === 'last' ? -1 : (from + step) % all.length)?.focus();
  }

  return (
    <div
      {...slot('tabbed-card-tabs')}
      ref={ref}
      role="tablist"
      tabIndex={-1}
      aria-labelledby={titleId}
      aria-orientation={arrangement.orientation}
      onKeyDown={followKey}
    >
      {tabs.map(({ id, icon: Icon, label }) => (
        <button
          {...slot('tab', stateOf(id, selected))}
          key={id}
          id={tabIdOf(titleId, id)}
          type="button"
          role="tab"
          aria-selected={id === selected}
          aria-controls={pageIdOf(titleId, id)}
          tabIndex={id === selected ? 0 : -1}
          onFocus={({ currentTarget }) => {
            onSelect(id);
            // Shows the neighbors too, in a row that overflows.
            if ('scrollIntoView' in currentTarget) currentTarget.scrollIntoView(centered);
          }}
          // Not every browser focuses a button that is pressed.
          onClick={({ currentTarget }) => currentTarget.focus()}
        >
          <Icon {...slot('tab-icon')} width="1rem" height="1rem" />
          {label}
        </button>
      ))}
    </div>
  );
}

const centered: ScrollIntoViewOptions = { block: 'nearest', inline: 'center' };

function stateOf(id: string, selected: string): { readonly state: string } {
  return { state: id === selected ? 'active' : 'inactive' };
}

const tabIdOf = (titleId: string, id: string): string => `${titleId}tab-${id}`;
const pageIdOf = (titleId: string, id: string): string => `${titleId}page-${id}`;

/** Returns where a key moves the focus: by how many tabs, or to an end. `undefined` for keys of other things. */
function stepOf(
  { key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  { orientation, dir }: Arrangement,
): number | 'first' | 'last' | undefined {
  if (altKey || ctrlKey || metaKey || shiftKey) return undefined;
  if (key === 'Home' || key === 'PageUp') return 'first';
  if (key === 'End' || key === 'PageDown') return 'last';
  const arrows = orientation === 'vertical' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
  const at = (dir === 'rtl' && orientation === 'horizontal' ? arrows.toReversed() : arrows).indexOf(key);
  return at === -1 ? undefined : at * 2 - 1;
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
