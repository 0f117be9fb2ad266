import { composeStory, type Preview } from '@storybook/react-vite';
import { screen, render, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { maintenancePreview } from 'maintenance-kit/testing/storybook';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/index.ts';
import { MaintenanceBanner } from '../../src/ui/notice/MaintenanceBanner.tsx';
import { SubmitButton } from '../../src/ui/form/SubmitButton.tsx';

const preview: Preview = { ...maintenancePreview };

function NoteForm() {
  return (
    <form>
      <MaintenanceBanner />
      <input aria-label="Note" />
      <SubmitButton>Save</SubmitButton>
    </form>
  );
}

function renderStory(maintenance: string) {
  const Story = composeStory({ globals: { maintenance } }, { component: NoteForm }, preview);
  return render(<Story />);
}

const states = [
  ['operational', [], null],
  ['read-only', [english.maintenance.title], 'true'],
  ['unavailable', [english.unavailable.title], 'true'],
  ['recovering', [english.recovering.title], null],
  ['of another addon', [], null],
] as const;

describe('the preview for Storybook', () => {
  it.each(states)('shows a story while the service is %s', async (maintenance, titles, disabled) => {
    renderStory(maintenance);
    const button = screen.getByRole('button', { name: 'Save' });
    await waitFor(() => {
      expect(screen.queryAllByRole('region').map((region) => region.textContent)).toEqual(
        titles.map((title) => expect.stringContaining(title) as unknown),
      );
    });
    expect(button.getAttribute('aria-disabled')).toBe(disabled);
  });

  it('ends a maintenance when the user chooses so in the toolbar, and keeps the text of the story', async () => {
    const user = userEvent.setup();
    const [withMaintenance] = maintenancePreview.decorators;
    const Page = ({ maintenance }: { readonly maintenance: string }) =>
      withMaintenance?.(NoteForm, { globals: { maintenance }, parameters: {} });
    const { rerender } = render(<Page maintenance="read-only" />);
    expect(await screen.findByText(new RegExp(english.maintenance.title))).toBeVisible();
    await user.type(screen.getByLabelText('Note'), 'Call Bob');
    rerender(<Page maintenance="operational" />);
    expect(await screen.findByText(new RegExp(english.over.title))).toBeVisible();
    expect(screen.getByLabelText('Note')).toHaveValue('Call Bob');
  });
});
