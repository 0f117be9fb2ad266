import { act, render, screen } from '@testing-library/react';
import { createMaintenanceMonitor, english, MaintenanceBanner, MaintenanceProvider } from 'maintenance-kit';
import { defineDialect, discourse, laravel, nextcloud } from 'maintenance-kit/dialects';
import { createMaintenanceGate } from 'maintenance-kit/gate';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { answerFetch } from '../support/answers.ts';

const Pages = () => null;

// The guide of dialects quotes these.

const dialects = [discourse({ checkUrl: '/srv/status' })];

function App() {
  return (
    <MaintenanceProvider dialects={dialects}>
      <MaintenanceBanner />
      <Pages />
    </MaintenanceProvider>
  );
}

const shop = defineDialect({
  name: 'shop',
  recognize: ({ status, json }) =>
    status === 503 && json('error', 'type') === 'stocktaking' && { longMessage: json('error', 'text') },
  mode: ({ header }) => (header('X-Shop-Mode') === 'stocktaking' ? 'on' : undefined),
  check: { url: '/shop/mode', read: ({ text }) => (text === 'open' ? 'operational' : 'maintenance') },
  rules: [{ kind: 'read', method: 'POST', path: '/shop/search' }],
  answers: {
    rejection: { body: { error: { type: 'stocktaking', text: 'We count our stock until noon.' } } },
  },
});

const gate = createMaintenanceGate({ isActive: true, dialect: shop, retryAfter: 600 });

afterEach(() => localStorage.clear());

describe('the guide of dialects', () => {
  it('a page understands Discourse', async () => {
    onTestFinished(answerFetch(() => Response.json({}, { headers: { 'Discourse-Readonly': 'true' } })));
    render(<App />);
    await act(async () => void (await fetch('/latest.json')));
    expect(await screen.findByText(english.maintenance.title, { exact: false })).toBeVisible();
  });

  it('a dialect in ten lines is understood, and spoken by the gate', async () => {
    const monitor = createMaintenanceMonitor({ dialects: [laravel(), nextcloud(), shop] });
    const rejection = await gate.reject(new Request('https://shop.example/orders', { method: 'POST' }));
    expect(await monitor.report(rejection)).toBe(true);
    expect(monitor.getSnapshot()).toMatchObject({
      status: 'maintenance',
      scope: 'mutations',
      notice: { longMessage: 'We count our stock until noon.', retryAfterMs: 600_000 },
    });
    onTestFinished(answerFetch(() => new Response('open')));
    expect(await shop.check?.()).toBe('operational');
  });
});
