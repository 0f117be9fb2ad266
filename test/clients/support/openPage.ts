import { onTestFinished } from 'vitest';

/** Opens a page without a test runner, whose module makes the tools of `Tools` global. */
export async function openPage<Tools>(module: string): Promise<Window & typeof globalThis & Tools> {
  const frame = document.createElement('iframe');
  frame.src = `/__page?${module}`;
  onTestFinished(() => frame.remove());
  document.body.append(frame);
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  return frame.contentWindow as Window & typeof globalThis & Tools;
}
