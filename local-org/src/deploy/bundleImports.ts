import type { ApexImage } from '../apex/types.ts';
import type { Problem } from '../errors.ts';
import type { Schema } from '../schema/types.ts';
import type { CompiledFile } from './bundles.ts';

/** What components may import. */
interface Surroundings {
  readonly schema: Schema;
  readonly image: ApexImage;
}

/** Imports of compiled components that lead nowhere, each with its place. */
export function importProblems(files: readonly CompiledFile[], surroundings: Surroundings): Problem[] {
  return files.flatMap(({ file, text, imports }) =>
    imports.flatMap((specifier) => {
      const message = missingImport(specifier, surroundings);
      return message === undefined ? [] : { file, ...placeIn(text, specifier), message };
    })
  );
}

/** Whether a component may have imported a method that is there no longer. */
export function losesMethods(before: ApexImage, after: ApexImage): boolean {
  return before.units.some(({ name, auraMethods }) =>
    auraMethods.some((method) => !auraMethodExists(after, `${name}.${method.name}`))
  );
}

function missingImport(specifier: string, { schema, image }: Surroundings): string | undefined {
  const [scope = '', name = '', rest = ''] = specifier.split('/');
  if (scope === 'c') return schema.bundles.has(name) ? undefined : `There is no component c/${name}`;
  if (scope !== '@salesforce') return undefined;
  const key = rest.toLowerCase();
  switch (name) {
    case 'label':
      return key.startsWith('c.') && schema.labels.has(key.slice(2)) ? undefined : `There is no label ${rest}`;
    case 'apex':
      return rest === '' || auraMethodExists(image, rest) ? undefined : `There is no @AuraEnabled method ${rest}`;
    case 'schema':
      return schemaPathExists(schema, rest) ? undefined : `There is no object or field ${rest}`;
    case 'customPermission':
      return schema.customPermissions.has(key) ? undefined : `There is no custom permission ${rest}`;
    case 'resourceUrl':
      return schema.staticResources.has(key) ? undefined : `There is no static resource ${rest}`;
    case 'messageChannel':
      return schema.messageChannels.has(key.replace(/__c$/, '')) ? undefined : `There is no message channel ${rest}`;
    default:
      return undefined;
  }
}

function auraMethodExists(image: ApexImage, path: string): boolean {
  const dot = path.lastIndexOf('.');
  const unit = image.units.find(({ name, kind }) => kind === 'class' && name === path.slice(0, dot));
  return unit?.auraMethods.some(({ name }) => name === path.slice(dot + 1)) ?? false;
}

/** `Case`, `Case.Origin`, `Case.Contact.Name`. */
function schemaPathExists(schema: Schema, path: string): boolean {
  const [objectName = '', ...steps] = path.split('.');
  let object = schema.object(objectName);
  for (const [index, step] of steps.entries()) {
    if (!object) return false;
    const last = index === steps.length - 1;
    if (last) return schema.field(object.name, step) !== undefined;
    const parent: string | undefined = [...object.fields.values()].find(
      ({ reference }) => reference?.relationshipName?.toLowerCase() === step.toLowerCase()
    )?.reference?.to[0];
    object = parent === undefined ? undefined : schema.object(parent);
  }
  return object !== undefined;
}

/** Where a text mentions an import: as written, or as a tag (`c-thing-card` for `c/thingCard`). */
function placeIn(text: string, specifier: string): { line: number; column: number } {
  const tag = specifier.replace('/', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const offset = Math.max(text.indexOf(specifier), text.indexOf(tag), 0);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
