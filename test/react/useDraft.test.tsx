import { act, fireEvent, screen } from '@testing-library/react';
import * as React from 'react';
import { useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { describe, expect, inject, it, vi } from 'vitest';
import { Field, useDraft, useGuardedMutation } from '../../src/index.ts';
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform.ts';
import { renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';
import { TestForm } from '../support/TestForm.tsx';

type FormDraft = ReturnType<typeof useDraft>;

interface DraftFormProps {
  readonly children: ReactNode;
  readonly onDraft?: ((draft: FormDraft) => void) | undefined;
}

function DraftForm({ children, onDraft }: DraftFormProps): ReactElement {
  const ref = useRef<HTMLFormElement>(null);
  const draft = useDraft('form', ref);
  onDraft?.(draft);
  return (
    <form ref={ref} aria-label="Form" onSubmit={(event) => event.preventDefault()}>
      {children}
      <button type="reset">Start again</button>
    </form>
  );
}

const form = (): HTMLFormElement => screen.getByRole('form');
const field = (label: string): HTMLInputElement => screen.getByLabelText(label);

/** Resets a form as a script does, for any names of its fields. */
async function resetByScript(): Promise<void> {
  await act(async () => HTMLFormElement.prototype.reset.call(form()));
}

function renderDraft(
  children: ReactNode,
  platform?: FakePlatform,
): RenderedApp & { readonly draft: () => FormDraft } {
  let newest: FormDraft | undefined;
  const app = renderWithApi(
    <DraftForm
      onDraft={(draft) => {
        newest = draft;
      }}
    >
      {children}
    </DraftForm>,
    platform && { platform },
  );
  return { ...app, draft: () => newest as FormDraft };
}

function withStorage(): { readonly platform: FakePlatform; readonly stored: () => string } {
  const items = new Map<string, string>();
  const platform = createFakePlatform();
  platform.draftStorage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
  return {
    platform,
    stored() {
      platform.hidePage();
      return [...items.values()].join('\n');
    },
  };
}

describe('a draft', () => {
  it('text, selects, checkboxes and radio buttons are restored', async () => {
    const app = renderDraft(
      <>
        <textarea name="bio" aria-label="Bio" />
        <select name="plan" aria-label="Plan">
          <option>Free</option>
          <option>Team</option>
        </select>
        <select name="days" aria-label="Days" multiple>
          <option>Monday</option>
          <option>Tuesday</option>
          <option>Friday</option>
        </select>
        <input type="checkbox" name="news" aria-label="News" />
        <input type="checkbox" name="terms" aria-label="Terms" defaultChecked />
        <input type="radio" name="size" value="small" aria-label="Small" defaultChecked />
        <input type="radio" name="size" value="large" aria-label="Large" />
      </>,
    );
    await app.user.type(field('Bio'), 'A long bio');
    await app.user.selectOptions(field('Plan'), 'Team');
    await app.user.selectOptions(field('Days'), ['Monday', 'Friday']);
    await app.user.click(field('News'));
    await app.user.click(field('Terms'));
    await app.user.click(field('Large'));
    const values = (): unknown => [...new FormData(form())];
    const before = values();
    app.remount();
    expect(values()).toEqual(before);
    expect(field('Terms')).not.toBeChecked();
  });

  it('two text fields with one name are restored separately', async () => {
    const app = renderDraft(
      <>
        <input name="tag" aria-label="First" />
        <input name="tag" aria-label="Second" />
      </>,
    );
    await app.user.type(field('First'), 'red');
    await app.user.type(field('Second'), 'blue');
    app.remount();
    expect([field('First').value, field('Second').value]).toEqual(['red', 'blue']);
  });

  it('a field whose name is the id of another one is restored', async () => {
    const app = renderDraft(
      <>
        <input name="city" aria-label="City" />
        <input name="town" id="city" aria-label="Town" />
      </>,
    );
    await app.user.type(field('City'), 'Vienna');
    await app.user.type(field('Town'), 'Wels');
    app.remount();
    expect([field('City').value, field('Town').value]).toEqual(['Vienna', 'Wels']);
  });

  it('a draft wins over a default value that the user changed, and over one that a script sets', async () => {
    const app = renderDraft(
      <>
        <input name="city" aria-label="City" defaultValue="Vienna" />
        <input
          name="street"
          aria-label="Street"
          ref={(input) => {
            // A form library registers a field like this.
            if (input && input.value === '') input.value = 'Ring 1';
          }}
        />
        <input name="country" aria-label="Country" defaultValue="Austria" />
      </>,
    );
    await app.user.type(field('City'), ' 1');
    await app.user.type(field('Street'), '0');
    app.remount();
    expect(['City', 'Street', 'Country'].map((label) => field(label).value)).toEqual([
      'Vienna 1',
      'Ring 10',
      'Austria',
    ]);
  });

  it('controlled fields receive the draft and submit it', async () => {
    const app = renderDraft(<Controlled />);
    await app.user.type(field('Bio'), 'A long bio');
    await app.user.click(field('Public'));
    await app.user.selectOptions(field('Plan'), 'Team');
    app.remount();
    expect(field('Bio')).toHaveValue('A long bio');
    expect(JSON.parse(screen.getByLabelText('State').textContent)).toEqual({
      bio: 'A long bio',
      isPublic: true,
      plan: 'Team',
    });
  });

  it('a field that mounts after the hook keeps its draft', async () => {
    const app = renderWithApi(<Opened />);
    const toggle = screen.getByRole('button', { name: 'Toggle' });
    await app.user.click(toggle);
    await app.user.type(field('Name'), 'Ada');
    await app.user.click(toggle);
    await app.user.click(toggle);
    expect(field('Name')).toHaveValue('Ada');
  });

  it.each([
    'constructor',
    'toString',
    'valueOf',
    'hasOwnProperty',
    '__proto__',
    'elements',
    'name',
    'reset',
    'submit',
    'matches',
    'querySelector',
  ])('a field named %s keeps its draft, and an empty one stays empty', async (name) => {
    const app = renderDraft(<input name={name} aria-label="Field" />);
    expect(field('Field')).toHaveValue('');
    await app.user.type(field('Field'), 'text');
    app.remount();
    expect(field('Field')).toHaveValue('text');
    await resetByScript();
    expect(field('Field')).toHaveValue('text');
  });

  it('a reset by a script keeps the draft, and the reset button clears it', async () => {
    const app = renderDraft(<input name="name" aria-label="Name" />);
    await app.user.type(field('Name'), 'Ada');
    await resetByScript();
    expect(field('Name')).toHaveValue('Ada');
    await app.user.click(screen.getByRole('button', { name: 'Start again' }));
    expect(field('Name')).toHaveValue('');
    app.remount();
    expect(field('Name')).toHaveValue('');
  });

  it('a form stays empty after clear() and a reset', async () => {
    const app = renderDraft(<input name="name" aria-label="Name" />);
    await app.user.type(field('Name'), 'Ada');
    app.draft().clear();
    await resetByScript();
    expect(field('Name')).toHaveValue('');
  });

  it('clear removes the sent input, and keeps later input', async () => {
    const app = renderDraft(
      <>
        <input name="name" aria-label="Name" />
        <input name="city" aria-label="City" />
      </>,
    );
    await app.user.type(field('Name'), 'Ada');
    await app.user.type(field('City'), 'London');
    const sent = app.draft().read();
    await app.user.type(field('City'), ' N1');
    app.draft().clear(sent);
    app.remount();
    expect([field('Name').value, field('City').value]).toEqual(['', 'London N1']);
  });
});

describe('a key press', () => {
  it('renders nothing and looks up its own field only, in a form of 20 fields', async () => {
    const onRender = vi.fn<React.ProfilerOnRenderCallback>();
    renderDraft(
      <React.Profiler id="form" onRender={onRender}>
        {Array.from({ length: 20 }, (_, at) => (
          <Field key={at} name={`field${at}`} label={`Field ${at}`} />
        ))}
      </React.Profiler>,
    );
    const input = field('Field 3');
    onRender.mockClear();
    const elements = vi.spyOn(HTMLFormElement.prototype, 'elements', 'get');
    const text = 'Ada Lovelace';
    for (let length = 1; length <= text.length; length += 1) {
      fireEvent.input(input, { target: { value: text.slice(0, length) } });
    }
    expect(onRender).not.toHaveBeenCalled();
    expect(elements).toHaveBeenCalledTimes(text.length);
    elements.mockRestore();
  });
});

describe('a password without autocomplete', () => {
  it('a password never reaches the storage, even if it is revealed before the first letter', async () => {
    const { platform, stored } = withStorage();
    const app = renderDraft(
      <>
        <input name="name" aria-label="Name" />
        <Revealed />
      </>,
      platform,
    );
    await app.user.click(screen.getByRole('button', { name: 'Reveal' }));
    await app.user.type(field('Name'), 'Ada');
    await app.user.type(field('Pin'), 'hunter2');
    expect(stored()).toContain('Ada');
    expect(stored()).not.toContain('hunter');
    expect(app.draft().read()).toEqual({ name: 'Ada', pin: 'hunter2' });
  });

  it('a password stays secret in a form that later shows it revealed', async () => {
    const { platform, stored } = withStorage();
    const app = renderWithApi(<Twice />, { platform });
    await app.user.type(field('Pin'), 'hunter');
    await app.user.click(screen.getByRole('button', { name: 'Again' }));
    await app.user.type(field('Pin'), '2');
    expect(field('Pin')).toHaveValue('hunter2');
    expect(stored()).not.toContain('hunter');
  });
});

describe.runIf(inject('reactMajor') === '19')('a form with an action', () => {
  type Send = (values: FormData) => Promise<unknown>;

  function ActionForm({
    send,
    withDraft,
  }: {
    readonly send: Send;
    readonly withDraft: boolean;
  }): ReactElement {
    const ref = useRef<HTMLFormElement>(null);
    return (
      <>
        {withDraft ? <Draft form={ref} /> : null}
        <form ref={ref} action={async (values) => void (await send(values))}>
          <input name="note" aria-label="Note" />
          <button type="submit">Save</button>
        </form>
      </>
    );
  }

  function ActionStateForm({
    send,
    withDraft,
  }: {
    readonly send: Send;
    readonly withDraft: boolean;
  }): ReactElement {
    const ref = useRef<HTMLFormElement>(null);
    const [, action] = React.useActionState(async (_: unknown, values: FormData) => await send(values), null);
    return (
      <>
        {withDraft ? <Draft form={ref} /> : null}
        <form ref={ref} action={action}>
          <input name="note" aria-label="Note" />
          <button type="submit">Save</button>
        </form>
      </>
    );
  }

  function Saving({
    Form,
    withDraft,
  }: {
    readonly Form: typeof ActionForm;
    readonly withDraft: boolean;
  }): ReactElement {
    const { mutate, status } = useGuardedMutation(saveNote);
    return (
      <>
        <Form send={mutate} withDraft={withDraft} />
        <p>{status}</p>
      </>
    );
  }

  it.each([
    ['<form action>', ActionForm],
    ['useActionState', ActionStateForm],
  ])('a form action of %s keeps its text after a 503 with useDraft', async (_, Form) => {
    const app = renderWithApi(<Saving Form={Form} withDraft />);
    app.api.setMode('maintenance');
    await app.user.type(field('Note'), 'Remember the milk');
    await app.user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('failed');
    await app.advance(0);
    expect(field('Note')).toHaveValue('Remember the milk');
  });

  it('a form action that returns loses its text without useDraft, since React resets the form', async () => {
    const app = renderWithApi(<Saving Form={ActionForm} withDraft={false} />);
    app.api.setMode('maintenance');
    await app.user.type(field('Note'), 'Remember the milk');
    await app.user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('failed');
    await app.advance(0);
    expect(field('Note')).toHaveValue('');
  });
});

describe('a form of the kit', () => {
  it('a form of the kit accepts fields of any name', async () => {
    const onSubmit = vi.fn<(values: FormData) => void>();
    const app = renderWithApi(
      <TestForm sendWhenAvailable="Save" onSubmit={onSubmit}>
        {['elements', 'matches', 'contains', 'constructor', '__proto__', 'reset'].map((name) => (
          <input key={name} name={name} aria-label={name} required />
        ))}
        <button type="submit">Save</button>
      </TestForm>,
    );
    await app.user.click(screen.getByRole('button', { name: 'Save' }));
    expect(field('elements')).toHaveFocus();
    for (const input of screen.getAllByRole('textbox')) await app.user.type(input, 'text');
    await app.user.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSubmit).toHaveBeenCalledTimes(1);
    expect([...(onSubmit.mock.calls[0]?.[0].values() ?? [])]).toEqual(
      Array.from({ length: 6 }, () => 'text'),
    );
  });
});

function Controlled(): ReactElement {
  const [bio, setBio] = useState('');
  const [isPublic, setIsPublic] = useState(false);
  const [plan, setPlan] = useState('Free');
  return (
    <>
      <input name="bio" aria-label="Bio" value={bio} onChange={(event) => setBio(event.target.value)} />
      <input
        type="checkbox"
        name="public"
        aria-label="Public"
        checked={isPublic}
        onChange={(event) => setIsPublic(event.target.checked)}
      />
      <select name="plan" aria-label="Plan" value={plan} onChange={(event) => setPlan(event.target.value)}>
        <option>Free</option>
        <option>Team</option>
      </select>
      <output aria-label="State">{JSON.stringify({ bio, isPublic, plan })}</output>
    </>
  );
}

function Opened(): ReactElement {
  const ref = useRef<HTMLFormElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useDraft('form', ref);
  return (
    <>
      <button type="button" onClick={() => setIsOpen(!isOpen)}>
        Toggle
      </button>
      {isOpen ? (
        <form ref={ref}>
          <input name="name" aria-label="Name" />
        </form>
      ) : null}
    </>
  );
}

function Revealed({ isRevealed = false }: { readonly isRevealed?: boolean }): ReactElement {
  const [type, setType] = useState(isRevealed ? 'text' : 'password');
  return (
    <>
      <input name="pin" aria-label="Pin" type={type} />
      <button type="button" onClick={() => setType('text')}>
        Reveal
      </button>
    </>
  );
}

function Twice(): ReactElement {
  const [isAgain, setIsAgain] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsAgain(true)}>
        Again
      </button>
      <DraftForm key={String(isAgain)}>
        <Revealed isRevealed={isAgain} />
      </DraftForm>
    </>
  );
}

function Draft({ form: ref }: { readonly form: RefObject<HTMLFormElement | null> }): null {
  useDraft('note', ref);
  return null;
}

async function saveNote(values: FormData): Promise<void> {
  const response = await fetch('/__api/v1/me', { method: 'PATCH', body: values });
  if (!response.ok) throw Object.assign(new Error('rejected'), { response });
}
