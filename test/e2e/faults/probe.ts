/** The controls that the user knows: a field by its label, a button or a menu item by its name. */
export type Controls = Readonly<
  Record<string, { readonly role: 'field' | 'button' | 'menuitem'; readonly name: string }>
>;

/** What a page shows and holds at one moment. */
export interface Sight {
  readonly hash: string;
  readonly isBlank: boolean;
  readonly isDialogOpen: boolean;
  /** The `data-availability` of the banner. */
  readonly availability: string | null;
  /** The names of the visible controls. */
  readonly visible: readonly string[];
  /** The values of the visible fields, by the name of the control. */
  readonly values: Readonly<Record<string, string>>;
  /** Everything that the page stored, its address and its title. */
  readonly written: string;
  /** The number of menus whose code is loaded. Each of them listens to keys. */
  readonly menus: number;
  /** The number of files that were loaded lazily. The engine listens to the network, for example. */
  readonly files: number;
  /** The number of forms, which may be hidden. Each of them listens to clicks. */
  readonly forms: number;
  /** The number of requests without an answer. */
  readonly pending: number;
  /** The number of listeners of the window, the document and media by type, of timers, open channels and locks. */
  readonly held: Readonly<Record<string, number>>;
}

interface Probe {
  /** Moves the page's clock, and lets requests be answered. */
  readonly advance: (ms: number) => Promise<void>;
  readonly look: () => Promise<Sight>;
  /**
   * Delivers what other tabs stored once more. While the tabs move, one is ahead of another, which takes what the first
   * one stores for the future's. All tabs of a browser have one clock.
   */
  readonly shareAgain: () => void;
  /** Focuses a field and selects its text. Returns false if that is impossible. */
  readonly focus: (control: string) => boolean;
  /** Returns false if what was typed into the focused field didn't arrive, because the field was removed or hidden before. */
  readonly hasArrived: (text: string) => boolean;
  /** Returns the middle of a control in the viewport, or `undefined` if something covers it. */
  readonly aim: (control: string) => { readonly x: number; readonly y: number } | undefined;
}

/** The clock that `page.clock.install()` puts into each page. */
interface PageClock {
  readonly controller: {
    readonly runFor: (ms: number) => Promise<void>;
    readonly countTimers: () => number;
  };
  readonly builtins: Pick<typeof globalThis, 'setTimeout'>;
}

declare global {
  var faultsProbe: Probe;
}

/**
 * Installs `faultsProbe` in a page, before any other script but the clock. One call of the probe does what takes many messages
 * through Playwright's locators and clock.
 */
export function installProbe(controls: Controls): void {
  const held = new Map<string, number>();
  const clock = Reflect.get(globalThis, '__pwClock') as PageClock;
  let pending = 0;
  let focused: HTMLInputElement | undefined;

  function hold(name: string, count: 1 | -1): void {
    held.set(name, (held.get(name) ?? 0) + count);
  }

  countListeners();
  countChannels();
  countRequests();

  /** Counts the listeners that outlive elements. React has its own at the root and at the containers of portals. */
  function countListeners(): void {
    // oxlint-disable-next-line typescript/unbound-method -- every call has a target
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    type Added = { type: string; listener: unknown; isCapture: boolean; drop: () => void };
    const added = new Map<EventTarget, Added[]>();

    const nameOf = (target: EventTarget | undefined): string | undefined => {
      if (target === undefined || target === window) return 'window';
      if (target === document) return 'document';
      return target instanceof MediaQueryList || target === visualViewport ? 'media' : undefined;
    };
    const isCaptured = (options: AddEventListenerOptions | boolean | undefined): boolean =>
      typeof options === 'object' ? options.capture === true : options === true;

    EventTarget.prototype.addEventListener = function (
      this: EventTarget | undefined,
      type,
      listener,
      options,
    ) {
      const target = this ?? window;
      const name = nameOf(target);
      add.call(target, type, listener, options);
      if (name === undefined || listener === null) return;
      const ofTarget = added.get(target) ?? [];
      added.set(target, ofTarget);
      const isCapture = isCaptured(options);
      const { once = false, signal } = typeof options === 'object' ? options : {};
      const isSame = (other: Added): boolean =>
        other.type === type && other.listener === listener && other.isCapture === isCapture;
      if (signal?.aborted === true || ofTarget.some(isSame)) return;
      const one: Added = {
        type,
        listener,
        isCapture,
        drop() {
          if (!ofTarget.includes(one)) return;
          ofTarget.splice(ofTarget.indexOf(one), 1);
          hold(`${name} ${type}`, -1);
        },
      };
      ofTarget.push(one);
      hold(`${name} ${type}`, 1);
      if (once) add.call(target, type, () => one.drop(), { once: true, capture: isCapture });
      if (signal) add.call(signal, 'abort', () => one.drop(), { once: true });
    };
    EventTarget.prototype.removeEventListener = function (
      this: EventTarget | undefined,
      type,
      listener,
      options,
    ) {
      const target = this ?? window;
      remove.call(target, type, listener, options);
      const isCapture = isCaptured(options);
      added
        .get(target)
        ?.find((one) => one.type === type && one.listener === listener && one.isCapture === isCapture)
        ?.drop();
    };
  }

  function countChannels(): void {
    globalThis.BroadcastChannel = class extends BroadcastChannel {
      #isOpen = true;
      constructor(name: string) {
        super(name);
        hold('channels', 1);
      }
      override close(): void {
        if (this.#isOpen) hold('channels', -1);
        this.#isOpen = false;
        super.close();
      }
    };
  }

  function countRequests(): void {
    const send = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      pending += 1;
      try {
        return await send(input, init);
      } finally {
        pending -= 1;
      }
    };
  }

  function find(control: string): HTMLElement | undefined {
    const { role, name } = controls[control] ?? { role: 'button', name: '' };
    const isNamed = (element: Element): boolean =>
      (element.getAttribute('aria-label') ?? element.textContent.trim()) === name;
    const candidates =
      role === 'field'
        ? [...document.querySelectorAll('label')].filter(isNamed).map((label) => label.control)
        : [...document.querySelectorAll(role === 'button' ? 'button' : '[role="menuitem"]')].filter(isNamed);
    return candidates.find(
      (one): one is HTMLElement =>
        one instanceof HTMLElement && one.checkVisibility({ visibilityProperty: true }),
    );
  }

  async function look(): Promise<Sight> {
    // Drafts are stored by now, as when the user leaves.
    globalThis.dispatchEvent(new Event('pagehide'));
    const shown = Object.keys(controls).map((control) => [control, find(control)] as const);
    const { held: locks = [], pending: waiting = [] } = await navigator.locks.query();
    return {
      hash: location.hash,
      isBlank: (document.querySelector<HTMLElement>('#root')?.innerText.trim() ?? '') === '',
      isDialogOpen: document.querySelector('[role="alertdialog"]') !== null,
      availability:
        document.querySelector('[data-slot="maintenance-banner"]')?.getAttribute('data-availability') ?? null,
      visible: shown.filter(([, element]) => element).map(([control]) => control),
      values: Object.fromEntries(
        shown.flatMap(([control, element]) =>
          element instanceof HTMLInputElement ? [[control, element.value]] : [],
        ),
      ),
      written: JSON.stringify([
        Object.entries(sessionStorage),
        Object.entries(localStorage),
        location.href,
        history.state,
        document.title,
      ]),
      forms: document.forms.length,
      files: document.querySelectorAll('link[rel="modulepreload"]').length,
      menus: document.querySelectorAll('[aria-haspopup="menu"][data-state]').length,
      pending,
      held: {
        ...Object.fromEntries(held),
        timers: clock.controller.countTimers(),
        locks: locks.length + waiting.length,
      },
    };
  }

  /**
   * Waits for the answers to this tab's requests, and for another tab that holds a lock, because answers take real time. Doesn't
   * wait longer than half a second, which is much more than the slowest fault on a busy machine.
   */
  async function answered(): Promise<void> {
    for (let waited = 0; waited < 100; waited += 1) {
      const { held: locks = [] } = await navigator.locks.query();
      if (pending === 0 && locks.length === 0) return;
      await new Promise((resolve) => clock.builtins.setTimeout(resolve, 5));
    }
  }

  globalThis.faultsProbe = {
    async advance(ms) {
      await clock.controller.runFor(ms);
      await answered();
    },
    look,
    shareAgain() {
      for (const [key, newValue] of Object.entries<string>(localStorage)) {
        dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));
      }
    },
    focus(control) {
      const field = find(control);
      if (!(field instanceof HTMLInputElement)) return false;
      field.focus();
      field.select();
      focused = field;
      return document.activeElement === field;
    },
    hasArrived(text) {
      const isShown = focused?.isConnected === true && focused.checkVisibility({ visibilityProperty: true });
      return isShown || focused?.value === text;
    },
    aim(control) {
      const element = find(control);
      if (!element) return undefined;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = { x: left + width / 2, y: top + height / 2 };
      return element.contains(document.elementFromPoint(at.x, at.y)) ? at : undefined;
    },
  };
}
