import type { ApexImage } from '../apex/types.ts';
import type { ComponentReferences } from '../console/types.ts';
import type { Schema } from '../schema/types.ts';

/** What components may refer to. */
export interface Surroundings {
  readonly schema: Schema;
  readonly image: ApexImage;
}

/** What components may refer to, as the component compiler asks for it. */
export function bundleReferences({ schema, image }: Surroundings): ComponentReferences {
  const has = (map: { has(key: string): boolean }, name: string): boolean => map.has(name.toLowerCase());
  const bundles = new Set([...schema.bundles.keys()].map((name) => name.toLowerCase()));
  return {
    bundle: (name) => has(bundles, name),
    label: (name) => has(schema.labels, name),
    apexMethod: (className, methodName) => auraMethodExists(image, className, methodName),
    schema: (object, path) => pathExists(schema, object, path?.split('.') ?? []),
    customPermission: (name) => has(schema.customPermissions, name),
    staticResource: (name) => has(schema.staticResources, name),
    messageChannel: (name) => has(schema.messageChannels, name.replace(/__c$/i, ''))
  };
}

/** Whether a class has a static method that components may call. */
export function auraMethodExists(image: ApexImage, className: string, methodName: string): boolean {
  return image.units.some(
    ({ kind, name, auraMethods }) =>
      kind === 'class' &&
      name.toLowerCase() === className.toLowerCase() &&
      auraMethods.some((method) => method.name.toLowerCase() === methodName.toLowerCase())
  );
}

/** `Case` with `['Contact', 'Name']`: through parents to a field. */
function pathExists(schema: Schema, objectName: string, [step, ...rest]: readonly string[]): boolean {
  const object = schema.object(objectName);
  if (!object || step === undefined) return object !== undefined;
  if (rest.length === 0) return schema.field(object.name, step) !== undefined;
  const parent = [...object.fields.values()].find(
    ({ reference }) => reference?.relationshipName?.toLowerCase() === step.toLowerCase()
  );
  return parent?.reference?.to.some((target) => pathExists(schema, target, rest)) ?? false;
}
