/** Every path that a document names as a field, whether the rest of it is sound or not. */
export function pathsIn(document: unknown): string[] {
  const paths = new Set<string>();
  collect(document, paths);
  return [...paths];
}

function collect(part: unknown, paths: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'field' && typeof value === 'string') paths.add(value);
    else collect(value, paths);
  }
}
