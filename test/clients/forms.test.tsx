import { useForm as useTanstackForm } from '@tanstack/react-form';
import {
  createMaintenanceMonitor,
  MaintenanceProvider,
  SubmitButton,
  useDraft,
  useGuardedMutation,
} from 'maintenance-kit';
import { readServiceCheck } from 'maintenance-kit/protocol';
import { startTransition, useActionState, useOptimistic, useRef, useState, type ComponentType } from 'react';
import { useForm } from 'react-hook-form';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { sendJson } from './clients/sendJson.ts';
import { setMode, takeRequests } from './support/openService.ts';

const saveNote = (note: { readonly text: unknown }) =>
  sendJson('/api/notes', { method: 'POST', body: JSON.stringify(note) });

const saveLike = (isLiked: boolean) =>
  sendJson('/api/notes/1', { method: 'PUT', body: JSON.stringify({ isLiked }) });

// The guide of forms quotes these.

function ActionStateForm() {
  const formRef = useRef<HTMLFormElement>(null);
  const draft = useDraft('action-state', formRef);
  const { mutate, status } = useGuardedMutation(saveNote);
  const [, action, isPending] = useActionState(async (_state: unknown, values: FormData) => {
    const sent = draft.read();
    const saved = await mutate({ text: values.get('text') });
    if (saved.status === 'succeeded') draft.clear(sent);
    return saved;
  }, undefined);

  return (
    <form ref={formRef} action={action}>
      <input name="text" aria-label="Note" required />
      <SubmitButton pending={isPending}>Save</SubmitButton>
      <p role="alert">{status === 'failed' && 'Your note wasn’t saved.'}</p>
    </form>
  );
}

function HookForm() {
  const formRef = useRef<HTMLFormElement>(null);
  const draft = useDraft('hook-form', formRef);
  const { mutate, status } = useGuardedMutation(saveNote);
  const { register, handleSubmit, reset, formState } = useForm({ defaultValues: { text: '' } });
  const submit = handleSubmit(async (note) => {
    const saved = await mutate(note);
    if (saved.status !== 'succeeded') return;
    draft.clear();
    reset();
  });

  return (
    <form ref={formRef} onSubmit={(event) => void submit(event)}>
      <input {...register('text', { required: true })} aria-label="Note" />
      <SubmitButton pending={formState.isSubmitting}>Save</SubmitButton>
      <p role="alert">{status === 'failed' && 'Your note wasn’t saved.'}</p>
    </form>
  );
}

function TanstackForm() {
  const formRef = useRef<HTMLFormElement>(null);
  const draft = useDraft('tanstack-form', formRef);
  const { mutate, status } = useGuardedMutation(saveNote);
  const form = useTanstackForm({
    defaultValues: { text: '' },
    async onSubmit({ value, formApi }) {
      const saved = await mutate(value);
      if (saved.status !== 'succeeded') return;
      draft.clear();
      formApi.reset();
    },
  });

  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        void form.handleSubmit();
      }}
    >
      <form.Field name="text">
        {({ name, state, handleChange }) => (
          <input
            name={name}
            value={state.value}
            onChange={(event) => handleChange(event.target.value)}
            aria-label="Note"
          />
        )}
      </form.Field>
      <form.Subscribe selector={({ isSubmitting }) => isSubmitting}>
        {(isSubmitting) => <SubmitButton pending={isSubmitting}>Save</SubmitButton>}
      </form.Subscribe>
      <p role="alert">{status === 'failed' && 'Your note wasn’t saved.'}</p>
    </form>
  );
}

function LikeButton() {
  const [isLiked, setIsLiked] = useState(false);
  const [shown, show] = useOptimistic(isLiked);
  const { mutate } = useGuardedMutation(saveLike);

  function toggle() {
    startTransition(async () => {
      show(!isLiked);
      const saved = await mutate(!isLiked);
      if (saved.status === 'succeeded') startTransition(() => setIsLiked(!isLiked));
    });
  }

  return (
    <button type="button" aria-pressed={shown} onClick={toggle}>
      Like
    </button>
  );
}

async function open(Form: ComponentType) {
  const monitor = createMaintenanceMonitor({
    checkOnLoad: false,
    shared: false,
    check: async () => readServiceCheck(await fetch('/api/maintenance')),
  });
  const screen = await render(
    <MaintenanceProvider monitor={monitor}>
      <Form />
    </MaintenanceProvider>,
  );
  return { monitor, screen, button: screen.getByRole('button'), field: screen.getByLabelText('Note') };
}

const changes = async () => (await takeRequests()).filter(({ method }) => method !== 'GET');

beforeEach(() => setMode('operational'));

describe.each([
  ['useActionState', ActionStateForm],
  ['react-hook-form', HookForm],
  ['TanStack Form', TanstackForm],
])('a form with %s', (_name, Form) => {
  it('keeps its text when it is rejected and mounted again, and is sent after the maintenance', async () => {
    const first = await open(Form);
    await setMode('maintenance');
    await first.field.fill('Second');
    await first.button.click();
    await expect.element(first.screen.getByText('Your note wasn’t saved.')).toBeVisible();
    await expect.element(first.button).toHaveAttribute('aria-disabled', 'true');
    await expect.element(first.field).toHaveValue('Second');
    expect(await changes()).toHaveLength(1);
    // The button is disabled by aria-disabled, and a user can press it.
    await first.button.click({ force: true });
    expect(await changes()).toEqual([]);
    await first.screen.unmount();

    const { monitor, screen, button, field } = await open(Form);
    await expect.element(field).toHaveValue('Second');
    await button.click();
    await expect.element(button).toHaveAttribute('aria-disabled', 'true');
    await takeRequests();
    await setMode('operational');
    await monitor.checkNow();
    await expect.element(button).not.toHaveAttribute('aria-disabled');
    await button.click();
    await expect.element(field).toHaveValue('');
    await expect.element(screen.getByText('Your note wasn’t saved.')).not.toBeInTheDocument();
    expect(await changes()).toMatchObject([{ method: 'POST', body: '{"text":"Second"}' }]);
  });
});

describe('a button with useOptimistic', () => {
  it('shows a change that is saved, and takes one back that is not', async () => {
    const { monitor, button } = await open(LikeButton);
    await button.click();
    await expect.element(button).toHaveAttribute('aria-pressed', 'true');
    expect(await changes()).toHaveLength(1);
    await setMode('maintenance');
    await button.click();
    await expect.poll(() => monitor.getSnapshot().status).toBe('maintenance');
    await expect.element(button).toHaveAttribute('aria-pressed', 'true');
    expect(await changes()).toHaveLength(1);
    await button.click();
    await expect.element(button).toHaveAttribute('aria-pressed', 'true');
    expect(await changes()).toEqual([]);
  });
});
