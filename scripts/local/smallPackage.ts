import { strToU8, zipSync } from 'fflate';

/**
 * A metadata-format package of a few files by their paths in it.
 *
 * @param members the components it names, by type
 */
export function packageOf(
  members: Readonly<Record<string, readonly string[]>>,
  files: Readonly<Record<string, string>> = {}
): Uint8Array {
  const types = Object.entries(members).map(
    ([type, names]) =>
      `<types>${names.map((name) => `<members>${name}</members>`).join('')}<name>${type}</name></types>`
  );
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><Package xmlns="http://soap.sforce.com/2006/04/metadata">${types.join('')}<version>65.0</version></Package>`;
  return zipSync(
    Object.fromEntries(
      Object.entries({ ...files, 'package.xml': manifest }).map(([path, text]) => [path, strToU8(text)])
    )
  );
}
