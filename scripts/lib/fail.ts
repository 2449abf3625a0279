/** The end of a command that could not do its work: one sentence, and a stack only for faults of ours (DEBUG=1). */
export function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  if (process.env['DEBUG'] !== undefined) console.error(error);
  process.exitCode = 1;
}
