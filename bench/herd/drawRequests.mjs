// @ts-check

const width = 720;
const height = 300;
const margin = { left: 64, right: 16, top: 44, bottom: 36 };
const colors = ['#b42318', '#b54708', '#175cd3'];

/**
 * Draws requests per second over time, on a logarithmic scale. Each point is the mean of ten seconds.
 *
 * @param {readonly { readonly name: string, readonly perSecond: readonly number[] }[]} lines
 * @param {number} endSecond When the maintenance ends.
 */
export function drawRequests(lines, endSecond) {
  const seconds = endSecond + 300;
  const [lowest, highest] = [10, 1_000_000];
  /** @param {number} second */
  const x = (second) => margin.left + (second / seconds) * (width - margin.left - margin.right);
  /** @param {number} count */
  const y = (count) => {
    const share = Math.log(Math.max(count, lowest) / lowest) / Math.log(highest / lowest);
    return height - margin.bottom - share * (height - margin.top - margin.bottom);
  };
  const text = (
    /** @type {number} */ left,
    /** @type {number} */ top,
    /** @type {string} */ content,
    options = '',
  ) => `<text x="${left.toFixed(1)}" y="${top.toFixed(1)}" ${options}>${content}</text>`;

  const grid = [10, 100, 1_000, 10_000, 100_000, 1_000_000].flatMap((count) => [
    `<path d="M${margin.left} ${y(count).toFixed(1)}H${width - margin.right}" stroke="#e4e7ec"/>`,
    text(margin.left - 8, y(count) + 4, count.toLocaleString('en'), 'text-anchor="end"'),
  ]);
  const times = [0, 10, 20, 30].map((minute) =>
    text(x(minute * 60), height - 12, `${minute} min`, 'text-anchor="middle"'),
  );
  const curves = lines.map(({ perSecond }, index) => {
    const points = [];
    for (let second = 0; second + 10 <= seconds; second += 10) {
      const sum = Array.from({ length: 10 }, (_, offset) => perSecond[second + offset] ?? 0);
      points.push(`${x(second + 5).toFixed(1)} ${y(sum.reduce((a, b) => a + b, 0) / 10).toFixed(1)}`);
    }
    return `<path d="M${points.join('L')}" fill="none" stroke="${colors[index]}" stroke-width="2"/>`;
  });
  const legend = lines.map(({ name }, index) =>
    text(
      margin.left + index * 210,
      20,
      name.replaceAll('`', ''),
      `fill="${colors[index]}" font-weight="600"`,
    ),
  );
  const end = [
    `<path d="M${x(endSecond).toFixed(1)} ${margin.top}V${height - margin.bottom}" stroke="#475467" stroke-dasharray="4 4"/>`,
    text(x(endSecond) - 6, margin.top + 12, 'the maintenance ends', 'text-anchor="end"'),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#344054" role="img"><title>Requests per second of a million pages, logarithmic</title><rect width="${width}" height="${height}" fill="#fff"/>${[...grid, ...times, ...end, ...curves, ...legend].join('')}</svg>\n`;
}
