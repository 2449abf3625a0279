import type { Source } from '../draft.ts';
import {
  ignored,
  invalid,
  matching,
  oneOf,
  optional,
  record,
  required,
  text,
  unsupported,
  type Reader,
  type Read
} from '../shape.ts';

const oldest = 50;
const newest = 65;

/** An API version the local org takes: 50.0 to 65.0. */
export const apiVersion: Reader<string> = (element, reporter) => {
  const read = matching(/^\d+\.0$/, `an API version such as ${newest}.0`)(element, reporter);
  if (read === invalid) return invalid;
  const version = Number(read);
  if (version >= oldest && version <= newest) return read;
  reporter.report(element, `apiVersion must be from ${oldest}.0 to ${newest}.0, not ${read}`);
  return invalid;
};

/** The `-meta.xml` beside an Apex class or trigger. */
export const apexMeta = record({
  apiVersion: required(apiVersion),
  status: required(oneOf('Active')),
  packageVersions: unsupported
});

/** The class itself: only its name matters here. */
export function takeApexClass(source: Source): void {
  source.draft.classes.set(source.file.fullName, true);
}

export const staticResource = record({
  cacheControl: required(oneOf('Private', 'Public')),
  contentType: required(text),
  description: optional(text),
  fullName: ignored
});

/** Takes the `-meta.xml` beside a static resource. */
export function takeStaticResource(resource: Read<typeof staticResource>, source: Source): void {
  const name = source.file.fullName;
  source.draft.staticResources.set(name, { name, contentType: resource.contentType.trim() });
}
