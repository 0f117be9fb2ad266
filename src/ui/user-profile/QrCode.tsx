'use client';

import { useMemo, type ReactElement } from 'react';
import { createLazy } from '../../react/createLazy.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { useSlot } from '../styling/useSlot.ts';

const useDraw = createLazy(async () => (await import('./drawQrCode.ts')).drawQrCode);

/**
 * Shows a text as a QR code. Shows a sentence instead without a text, with a text that is too long, and if the code
 * that draws it fails to load.
 *
 * Renders a `<span data-slot="qr-code">`. The code is black on white in every color scheme, because scanners expect
 * that.
 */
export function QrCode({ text }: { readonly text: string | undefined }): ReactElement {
  const slot = useSlot();
  const { security: texts } = useUserProfileMessages();
  const draw = useDraw();
  const drawing = useMemo(
    () => (draw.status === 'loaded' && text !== undefined ? draw.value(text) : undefined),
    [draw, text],
  );
  if (text !== undefined && draw.status === 'loading') return <span {...slot('qr-code')} />;
  if (!drawing) return <span {...slot('field-hint')}>{texts.noQrCode}</span>;
  const { size, path } = drawing;
  return (
    <span {...slot('qr-code')}>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        width="192"
        height="192"
        shapeRendering="crispEdges"
        role="img"
        aria-label={texts.qrCode}
      >
        <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
        <path fill="#000" d={path} />
      </svg>
    </span>
  );
}
