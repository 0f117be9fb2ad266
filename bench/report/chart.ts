import { round } from './figures.ts';

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly isOwn: boolean;
}

const WIDTH = 720;
const LABEL = 250;
const LINE = 28;

/** Draws a bar chart as SVG, readable on a light and on a dark page. */
export function chartOf(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value));
  const scale = (WIDTH - LABEL - 70) / most;
  const height = bars.length * LINE + 56;
  const lines = bars.map(({ name, value, isOwn }, at) => {
    const y = 44 + at * LINE;
    const width = Math.max(1, Math.round(value * scale));
    return [
      `  <text x="${LABEL - 10}" y="${y + 14}" text-anchor="end"${isOwn ? ' font-weight="600"' : ''}>${name}</text>`,
      `  <rect x="${LABEL}" y="${y}" width="${width}" height="18" rx="3" fill="${isOwn ? '#4f46e5' : '#9ca3af'}"/>`,
      `  <text x="${LABEL + width + 8}" y="${y + 14}">${round(value)}</text>`,
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="13" fill="#1f2937">
  <rect width="100%" height="100%" rx="8" fill="#ffffff"/>
  <text x="16" y="26" font-size="15" font-weight="600">${title}</text>
${lines.join('\n')}
</svg>
`;
}
