import { useForm } from '@tanstack/react-form';
import type { ReactElement } from 'react';

function TanStackForm(): ReactElement {
  const form = useForm({
    defaultValues: { email: '', password: '' },
    onSubmit: async ({ value }) => {
      await fetch('/api/sign-in', { method: 'POST', body: JSON.stringify(value) });
    },
  });
  const required = ({ value }: { readonly value: string }): string | undefined =>
    value === '' ? 'Required' : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void form.handleSubmit();
      }}
    >
      <h2>Sign in</h2>
      {(['email', 'password'] as const).map((name) => (
        <form.Field key={name} name={name} validators={{ onSubmit: required }}>
          {(field) => (
            <div>
              <label htmlFor={field.name}>{name}</label>
              <input
                id={field.name}
                name={field.name}
                type={name}
                value={field.state.value}
                onBlur={field.handleBlur}
                onChange={(event) => field.handleChange(event.target.value)}
              />
              {field.state.meta.errors.length > 0 ? <em>{field.state.meta.errors.join(', ')}</em> : null}
            </div>
          )}
        </form.Field>
      ))}
      <form.Subscribe selector={(state) => [state.canSubmit, state.isSubmitting] as const}>
        {([canSubmit, isSubmitting]) => (
          <button type="submit" disabled={!canSubmit}>
            {isSubmitting ? '…' : 'Sign in'}
          </button>
        )}
      </form.Subscribe>
    </form>
  );
}

export const createForm = (): ReactElement => <TanStackForm />;
