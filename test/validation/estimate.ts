/** A mean and how far the true one may be from it. */
export interface Estimate {
  readonly mean: number;
  readonly halfWidth: number;
}

const batches = 20;
/** Student's t for 19 degrees of freedom, 99 %. */
const spread = 2.861;

/** Neighbours depend on each other, means of long batches hardly do; how the station fills at first is left out. */
export function estimate(values: readonly number[]): Estimate {
  const settled = values.slice(Math.floor(values.length / 20));
  const size = Math.floor(settled.length / batches);
  const means = Array.from({ length: batches }, (_, batch) => mean(settled.slice(batch * size, (batch + 1) * size)));
  const center = mean(means);
  const variance = means.reduce((sum, each) => sum + (each - center) ** 2, 0) / (batches - 1);
  return { mean: center, halfWidth: spread * Math.sqrt(variance / batches) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
