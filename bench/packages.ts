import { strToU8, zipSync } from 'fflate';

/** A metadata-format package of a few files by their paths in it. */
export function packageOf(
  type: string,
  members: readonly string[],
  files: Readonly<Record<string, string>> = {}
): Uint8Array {
  const names = members.map((member) => `<members>${member}</members>`).join('');
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><Package xmlns="http://soap.sforce.com/2006/04/metadata"><types>${names}<name>${type}</name></types><version>65.0</version></Package>`;
  return zipSync(
    Object.fromEntries(
      Object.entries({ ...files, 'package.xml': manifest }).map(([path, text]) => [path, strToU8(text)])
    )
  );
}
