/** Tells whoever runs the org, on the terminal, of a fault that no client hears of. */
export function logFault(sentence: string, error?: unknown): void {
  const detail =
    error === undefined ? '' : `: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  process.stderr.write(`${sentence}${detail}\n`);
}
