import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { NoteForm } from '../../examples/note-form/NoteForm.tsx';
import { discourse, laravel, mediaWiki, nextcloud, type Dialect } from '../../src/dialects/index.ts';
import {
  availabilityOf,
  createMaintenanceMonitor,
  english,
  MaintenanceBanner,
  MaintenanceProvider,
  ServiceUnavailable,
  useMaintenance,
} from '../../src/index.ts';
import { recorded, responseOf } from '../dialects/recordedAnswers.ts';
import { answerFetch, maintenanceAnswer } from '../support/answers.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

afterEach(() => localStorage.clear());

function Page(): ReactElement {
  const availability = useMaintenance(availabilityOf);
  return availability === 'unavailable' ? <ServiceUnavailable /> : <NoteForm />;
}

function open(dialects: readonly Dialect[], answer: () => Response) {
  const platform = createFakePlatform({ href: location.href });
  const server = { answer };
  onTestFinished(answerFetch(() => server.answer()));
  render(
    <MaintenanceProvider monitor={createMaintenanceMonitor({ platform })} dialects={dialects}>
      <MaintenanceBanner />
      <Page />
    </MaintenanceProvider>,
  );
  const advance = (ms: number): Promise<void> => act(() => platform.advance(ms));
  return { server, advance };
}

const answerOf = (name: string) => (): Response => {
  const { rejection } = recorded[name] ?? {};
  return rejection ? responseOf(rejection) : Response.error();
};
const ok = (): Response => Response.json({});
const title = (): HTMLElement | null => screen.queryByText(english.maintenance.title, { exact: false });

describe('a page whose API speaks a dialect', () => {
  it.each([
    ['discourse', discourse],
    ['mediaWiki', mediaWiki],
  ])('%s: shows the banner, blocks the form, and recovers', async (name, make) => {
    const { server, advance } = open([make()], answerOf(name));
    await userEvent.type(screen.getByLabelText('Note'), 'Buy milk{Enter}');
    await advance(0);
    expect(title()).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByLabelText('Note')).toHaveValue('Buy milk');

    server.answer = ok;
    await advance(60_000);
    expect(screen.getByRole('button', { name: 'Save' })).not.toHaveAttribute('aria-disabled');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await advance(0);
    expect(title()).toBeNull();
    expect(screen.getByLabelText('Note')).toHaveValue('');
  });

  it.each<[string, readonly Dialect[], () => Response]>([
    ['the contract', [], () => maintenanceAnswer()],
    ['laravel', [laravel({ checkUrl: '/api/user' })], answerOf('laravel')],
    ['nextcloud', [nextcloud({ checkUrl: '/status.php' })], answerOf('nextcloud')],
  ])('%s: a rejected read shows that nothing is available', async (_, dialects, answer) => {
    const { advance } = open(dialects, answer);
    await act(async () => void (await fetch('/api/notes')));
    await advance(0);
    expect(screen.getByRole('heading', { name: english.unavailable.title })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('laravel: a rejected mutation means everything, and the check ends it', async () => {
    const { server, advance } = open([laravel({ checkUrl: '/api/user' })], answerOf('laravel'));
    await userEvent.type(screen.getByLabelText('Note'), 'Buy milk{Enter}');
    await advance(0);
    expect(screen.getByRole('heading', { name: english.unavailable.title })).toBeVisible();
    server.answer = () => Response.json({}, { headers: { 'Cache-Control': 'no-cache, private' } });
    await advance(120_000);
    expect(screen.getByRole('button', { name: 'Save' })).not.toHaveAttribute('aria-disabled');
  });

  it('MK504: dialects that are no list', () => {
    expect(() =>
      render(<MaintenanceProvider dialects={discourse() as unknown as readonly Dialect[]} />),
    ).toThrow(/^MK504/);
  });
});
