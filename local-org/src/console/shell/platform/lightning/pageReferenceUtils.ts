/** Default values of fields as the `state` of a page carries them. */
export function encodeDefaultFieldValues(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value ?? ''))}`)
    .join(',');
}

/** What `encodeDefaultFieldValues` made. */
export function decodeDefaultFieldValues(text: string | undefined): Record<string, string> {
  const pairs = (text ?? '').split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    })
  );
}
