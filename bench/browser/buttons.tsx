import 'maintenance-kit/styles.css';
import { createMaintenanceMonitor, MaintenanceProvider, SubmitButton } from 'maintenance-kit';
import { memo, type ReactNode } from 'react';
import type { Subjects } from './changes.ts';
import { createSwitch } from './createSwitch.ts';
import { differenceOf } from './differenceOf.ts';
import { templateOf } from './elementOf.tsx';
import { setMaintenance } from './setMaintenance.ts';
import { render, rested, stage } from './stage.ts';

const COUNT = 2_000;

const { useIsOn, set } = createSwitch();

type Template = ReturnType<typeof templateOf>;

/** Renders copies of two states of a form, as a component without any other behavior. */
const Copy = memo(function Copy({
  open,
  paused,
}: {
  readonly open: Template;
  readonly paused: Template;
}): ReactNode {
  return (useIsOn() ? paused : open)(0);
});

/** A maintenance with 2,000 submit buttons, and loops that change as many elements. */
export async function createButtons(): Promise<Subjects> {
  const monitor = createMaintenanceMonitor();
  const kit = stage(true);
  render(
    kit.root,
    <MaintenanceProvider monitor={monitor} watch={false}>
      {Array.from({ length: COUNT }, (_, at) => (
        <form key={at} className="mk-form">
          <SubmitButton>Save</SubmitButton>
        </form>
      ))}
    </MaintenanceProvider>,
  );
  const open = kit.element.children[0]?.cloneNode(true) as Element;
  const raw = stage(true);
  raw.element.innerHTML = kit.element.innerHTML;
  const animated = stage(true);
  animated.element.innerHTML = kit.element.innerHTML;
  await setMaintenance(monitor, true);
  await rested();
  const paused = kit.element.children[0]?.cloneNode(true) as Element;
  await setMaintenance(monitor, false);
  await rested();
  const [pause, reopen] = [differenceOf(open, paused), differenceOf(paused, open)];
  const bare = stage(true);
  const [openCopy, pausedCopy] = [templateOf(open), templateOf(paused)];
  render(
    bare.root,
    Array.from({ length: COUNT }, (_, at) => <Copy key={at} open={openCopy} paused={pausedCopy} />),
  );
  const forms = [...raw.element.querySelectorAll('form')];
  const lines = [...animated.element.querySelectorAll('p')];
  const buttons = [...animated.element.querySelectorAll('button')];
  for (const button of buttons)
    button.style.transition = 'background-color 120ms, color 120ms, border-color 120ms';
  for (const line of lines) line.textContent = '\u200b';
  await rested();

  let [isPaused, isBarePaused, isRawPaused, isAnimatedPaused] = [false, false, false, false];
  return {
    async 'raw DOM'() {
      isRawPaused = !isRawPaused;
      forms.forEach(isRawPaused ? pause : reopen);
      await rested();
    },
    async 'React alone'() {
      isBarePaused = !isBarePaused;
      set(isBarePaused);
      await rested();
    },
    async kit() {
      isPaused = !isPaused;
      await setMaintenance(monitor, isPaused);
      await rested();
    },
    /** As the kit's buttons did it at first. */
    async 'raw DOM that writes each reason and fades each button'() {
      isAnimatedPaused = !isAnimatedPaused;
      for (const [at, button] of buttons.entries()) {
        const line = lines[at];
        if (!line) continue;
        button.toggleAttribute('data-disabled', isAnimatedPaused);
        line.hidden = !isAnimatedPaused;
        line.textContent = isAnimatedPaused ? 'Available again after maintenance' : '\u200b';
        if (isAnimatedPaused) {
          button.setAttribute('aria-disabled', 'true');
          button.setAttribute('aria-describedby', line.id);
        } else {
          button.removeAttribute('aria-disabled');
          button.removeAttribute('aria-describedby');
        }
      }
      await rested();
    },
  };
}
