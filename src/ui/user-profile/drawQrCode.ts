import { encode } from 'uqr';

/** A QR code as a drawing of one unit per module. */
export interface QrCodeDrawing {
  /** The width and height, margin included. */
  readonly size: number;
  /** The path of the black modules. */
  readonly path: string;
}

/** The white margin, in modules. Scanners need four. */
const MARGIN = 4;

/** A longer text would need modules that are too small for a camera. */
const LONGEST_TEXT = 512;

/** Draws a text as a QR code. Returns `undefined` if the text is too long. */
export function drawQrCode(text: string): QrCodeDrawing | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const { size, data } = encode(text, { border: MARGIN });
  const runs = data.flatMap((row, y) =>
    [...row.map(Number).join('').matchAll(/1+/g)].map(
      ({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`,
    ),
  );
  return { size, path: runs.join('') };
}
