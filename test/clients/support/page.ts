import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { FetchInstrumentation } from '@opentelemetry/instrumentation-fetch';
import { XMLHttpRequestInstrumentation } from '@opentelemetry/instrumentation-xml-http-request';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import { browserTracingIntegration, init, spanToJSON, startSpan } from '@sentry/browser';
import { watchFetch } from '../../../src/monitor/watchFetch.ts';
import { watchXhr } from '../../../src/monitor/watchXhr.ts';
import { createMaintenanceMonitor } from '../../../src/monitor/createMaintenanceMonitor.ts';
import { loadEngine } from '../../../src/monitor/lazyEngine.ts';
import type { MaintenanceMonitor } from '../../../src/index.ts';

/** An instrumentation that is installed. */
export interface Instrumentation {
  /** Runs a function whose requests are recorded. */
  readonly run: (send: () => Promise<void>) => Promise<void>;
  readonly recorded: () => readonly unknown[];
}

/** What a page without a test runner can do. */
export interface PageTools {
  /** Observes the page as the provider does. */
  readonly watch: (apis: readonly string[]) => MaintenanceMonitor;
  readonly loadEngine: () => Promise<unknown>;
  readonly instrumentations: Readonly<Record<'opentelemetry' | 'sentry', () => Instrumentation>>;
}

function watch(apis: readonly string[]): MaintenanceMonitor {
  const monitor = createMaintenanceMonitor({ apis, shared: false });
  watchFetch(monitor);
  watchXhr(monitor);
  return monitor;
}

function opentelemetry(): Instrumentation {
  const exporter = new InMemorySpanExporter();
  const tracerProvider = new WebTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  tracerProvider.register();
  registerInstrumentations({
    tracerProvider,
    instrumentations: [
      new FetchInstrumentation({ propagateTraceHeaderCorsUrls: [/./] }),
      new XMLHttpRequestInstrumentation({ propagateTraceHeaderCorsUrls: [/./] }),
    ],
  });
  return {
    run: (send) => send(),
    recorded: () =>
      exporter.getFinishedSpans().map(({ name, kind, status, attributes, events, parentSpanContext }) => ({
        name,
        kind,
        status,
        attributes,
        events: events.map((event) => event.name),
        isRoot: parentSpanContext === undefined,
      })),
  };
}

function sentry(): Instrumentation {
  const recorded: unknown[] = [];
  const client = init({
    dsn: 'https://key@sentry.example/1',
    transport: () => ({ send: () => Promise.resolve({}), flush: () => Promise.resolve(true) }),
    integrations: [browserTracingIntegration({ instrumentPageLoad: false, instrumentNavigation: false })],
    tracesSampleRate: 1,
    beforeBreadcrumb({ category, type, level, data }) {
      recorded.push({ category, type, level, data });
      return null;
    },
  });
  client?.on('spanEnd', (span) => {
    const { name, status, attributes } = spanToJSON(span);
    if (attributes?.['sentry.op'] === 'http.client') recorded.push({ name, status, attributes });
  });
  return {
    run: (send) => startSpan({ name: 'requests' }, send),
    recorded: () => recorded,
  };
}

Object.assign(globalThis, {
  // Vitest wraps every dynamic import with a function that only its own page has.
  __vitest_browser_runner__: { wrapDynamicImport: (load: () => unknown) => load() },
  tools: { watch, loadEngine, instrumentations: { opentelemetry, sentry } } satisfies PageTools,
});
