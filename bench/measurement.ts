/** One line of the bench: a value, and what it may be. Times in seconds or milliseconds as `unit` says; ratios within one run. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
  readonly ok: boolean;
}

/** @param limit the largest value that is good enough */
export function atMost(name: string, value: number, limit: number, unit: string): Measurement {
  return { name, value, unit, target: `≤ ${String(limit)}`, ok: value <= limit };
}

/** @param limit the smallest value that is good enough */
export function atLeast(name: string, value: number, limit: number, unit: string): Measurement {
  return { name, value, unit, target: `≥ ${String(limit)}`, ok: value >= limit };
}

/** The middle of several runs' milliseconds, after a few that don't count. */
export async function median(work: () => Promise<unknown> | unknown, runs = 15, warmUp = 5): Promise<number> {
  for (let run = 0; run < warmUp; run++) await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    await work();
    times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

/** The measurements as a Markdown table, as README shows them. */
export function table(measurements: readonly Measurement[]): string {
  const rows = measurements.map(
    ({ name, value, unit, target, ok }) =>
      `| ${name} | ${shown(value)}${unit === '' ? '' : ` ${unit}`} | ${target} | ${ok ? 'ok' : 'missed'} |`
  );
  return ['| What | Measured | Target | |', '|---|--:|--:|---|', ...rows].join('\n');
}

function shown(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}
