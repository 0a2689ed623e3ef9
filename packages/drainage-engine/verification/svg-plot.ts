/** One curve of a plot. */
export interface PlotLine {
  readonly label: string;
  readonly values: readonly number[];
  readonly colour: string;
  readonly dash?: string;
}

const WIDTH = 640;
const HEIGHT = 220;
const LEFT = 56;
const RIGHT = 12;
const TOP = 28;
const BOTTOM = 30;

/** A plot of curves over hours as an SVG text, readable without style sheets. */
export function svgPlot(title: string, hours: readonly number[], lines: readonly PlotLine[], unit: string): string {
  const all = lines.flatMap(({ values }) => values);
  const least = all.reduce((smallest, value) => Math.min(smallest, value), 0);
  const most = all.reduce((largest, value) => Math.max(largest, value), least + 1e-6);
  const end = hours.at(-1) ?? 1;
  const x = (hour: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * hour) / end;
  const y = (value: number): number => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * (value - least)) / (most - least);
  const path = (values: readonly number[]): string =>
    values.map((value, index) => `${index === 0 ? 'M' : 'L'}${x(hours[index]!).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const value = least + share * (most - least);
    return `<path d="M${LEFT} ${y(value).toFixed(1)}H${WIDTH - RIGHT}" stroke="#ddd"/><text x="${LEFT - 6}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${short(value)}</text>`;
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (share) => `<text x="${x(end * share).toFixed(1)}" y="${HEIGHT - 10}" text-anchor="middle">${short(end * share)} h</text>`,
  );
  const curves = lines.map(
    ({ values, colour, dash }) =>
      `<path d="${path(values)}" fill="none" stroke="${colour}" stroke-width="1.6"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
  );
  const legend = lines.map(
    ({ label, colour }, index) =>
      `<text x="${WIDTH - RIGHT - (lines.length - 1 - index) * 90}" y="16" text-anchor="end" fill="${colour}">${escaped(label)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="11" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="16" font-weight="bold">${escaped(title)}, ${escaped(unit)}</text>`,
    ...grid,
    ...ticks,
    ...curves,
    ...legend,
    '</svg>',
    '',
  ].join('\n');
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
