import { createMaintenanceMonitor, Field, GuardedForm, MaintenanceProvider, SignIn } from 'maintenance-kit';
import { createInMemoryAuth } from 'maintenance-kit/testing';
import { useState, type ReactElement, type ReactNode } from 'react';
import { interleave, type Series } from '../measure/interleave.ts';
import { render, stage, turn } from './stage.ts';

/** The number of key presses in each measurement. */
const KEYS = 50;

const { adapter } = createInMemoryAuth();

function Bare(): ReactElement {
  return <input name="name" onChange={() => {}} />;
}

function Controlled(): ReactElement {
  const [value, setValue] = useState('');
  return <input name="name" value={value} onChange={(event) => setValue(event.target.value)} />;
}

/** A form of the kit with a number of fields, of which the first is typed into. */
function Form({
  fields,
  stored = false,
}: {
  readonly fields: number;
  readonly stored?: boolean;
}): ReactElement {
  return (
    <GuardedForm
      draftKey={`form ${fields} ${stored}`}
      labelledBy="title"
      submission={{ status: 'editing' }}
      paused=""
      stored={stored ? { name: 'Ada' } : undefined}
      onSubmit={() => {}}
    >
      {Array.from({ length: fields }, (_, at) => (
        <Field key={at} name={at === 0 ? 'name' : `name${at}`} label="Name" />
      ))}
    </GuardedForm>
  );
}

/**
 * Measures the handlers of one key press, in milliseconds: the `input` event, with what React renders in it. Beside the
 * times it returns how often the storage was written (`writes`).
 */
export async function measureKeystrokes(rounds: number): Promise<Series> {
  const subjects: Readonly<Record<string, readonly [ReactNode, text?: string]>> = {
    bare: [<Bare key="bare" />],
    'bare, a text of 20 kB': [<Bare key="bare" />, 'x'.repeat(20_000)],
    controlled: [<Controlled key="controlled" />],
    'a field with a draft': [<Form key="1" fields={1} />],
    'the sign-in': [<SignIn key="sign-in" />],
    'one of 20 fields': [<Form key="20" fields={20} />],
    'a text of 20 kB, in one of 21 fields': [<Form key="21" fields={21} />, 'x'.repeat(20_000)],
    'a field with a stored value': [<Form key="stored" fields={2} stored />],
  };
  const page = stage();
  const monitor = createMaintenanceMonitor();
  render(
    page.root,
    <MaintenanceProvider monitor={monitor} adapter={adapter}>
      {Object.entries(subjects).map(([name, [form]]) => (
        <div key={name} id={name}>
          {form}
        </div>
      ))}
    </MaintenanceProvider>,
  );
  for (let turns = 0; turns < 10; turns += 1) await turn();

  const setItem = Storage.prototype.setItem;
  let writes = 0;
  Storage.prototype.setItem = function count(...args) {
    writes += 1;
    setItem.apply(this, args);
  };
  const before = performance.now();
  const series = await interleave(
    Object.fromEntries(
      Object.entries(subjects).map(([name, [, text = '']]) => {
        const input = document.getElementById(name)?.querySelector('input');
        if (!input) throw new Error(`${name} has no field.`);
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
        return [name, () => measureKeys(input, (value) => set?.call(input, text + value))];
      }),
    ),
    { rounds, warmUp: 20 },
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  const most = Math.ceil((performance.now() - before) / 250) + 1;
  Storage.prototype.setItem = setItem;
  return { ...series, writes: [writes], 'writes at most': [most] };
}

/** Returns the mean time of one key: the browser would paint between two. */
async function measureKeys(input: HTMLInputElement, setValue: (value: string) => void): Promise<number> {
  let time = 0;
  for (let key = 0; key < KEYS; key += 1) {
    setValue(`a name ${key}`);
    const event = new InputEvent('input', { bubbles: true, inputType: 'insertText', data: 'a' });
    const started = performance.now();
    input.dispatchEvent(event);
    time += performance.now() - started;
    if (key % 10 === 0) await turn();
  }
  return time / KEYS;
}
