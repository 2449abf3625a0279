import type { Source } from '../draft.ts';
import {
  element,
  flag,
  ignored,
  invalid,
  many,
  mark,
  oneOf,
  optional,
  record,
  required,
  text,
  unsupported,
  withDefault,
  word,
  type Reader,
  type Read
} from '../shape.ts';
import type { LwcPropertyDef } from '../types.ts';
import { apiVersion } from './code.ts';

const supportedTargets = new Set([
  'lightning__RecordPage',
  'lightning__AppPage',
  'lightning__HomePage',
  'lightning__UtilityBar',
  'lightning__Tab',
  'lightning__RecordAction'
]);

const propertyTypes = new Set(['String', 'Integer', 'Boolean', 'Color']);
const propertyAttributes = new Set([
  'name',
  'type',
  'label',
  'description',
  'default',
  'required',
  'datasource',
  'min',
  'max',
  'placeholder',
  'role'
]);

const designProperty: Reader<LwcPropertyDef> = (given, reporter) => {
  const { name, type, min, max, label, description, datasource } = given.attributes;
  for (const attribute of Object.keys(given.attributes)) {
    if (propertyAttributes.has(attribute)) continue;
    reporter.report(given, `Unknown attribute ${attribute} of a property`);
    return invalid;
  }
  if (name === undefined || type === undefined) {
    reporter.report(given, 'A property needs a name and a type');
    return invalid;
  }
  if (!propertyTypes.has(type)) {
    reporter.report(given, `The type of property ${name} must be one of ${[...propertyTypes].join(', ')}, not ${type}`);
    return invalid;
  }
  const preset = given.attributes['default'];
  return {
    name,
    type,
    required: given.attributes['required'] === 'true',
    ...(label === undefined ? {} : { label }),
    ...(description === undefined ? {} : { description }),
    ...(preset === undefined ? {} : { default: preset }),
    ...(datasource === undefined ? {} : { datasource }),
    ...(min === undefined ? {} : { min: Number(min) }),
    ...(max === undefined ? {} : { max: Number(max) })
  };
};

export const bundleMeta = record({
  apiVersion: required(apiVersion),
  isExposed: withDefault(flag, false),
  masterLabel: optional(word),
  description: optional(text),
  targets: optional(record({ target: many(mark) })),
  targetConfigs: optional(record({ targetConfig: many(element) })),
  isExplicitImport: ignored,
  capabilities: optional(record({ capability: many(oneOf('lightning__dynamicComponent')) })),
  dynamicImports: unsupported,
  lwcResources: unsupported,
  runtimeNamespace: unsupported
});

const targetConfig = record({
  property: many(designProperty),
  objects: optional(record({ object: many(mark) })),
  supportedFormFactors: ignored,
  actionType: ignored,
  event: unsupported,
  propertyType: unsupported
});

/** Takes `lwc/<name>/<name>.js-meta.xml`. */
export function takeBundleMeta(meta: Read<typeof bundleMeta>, source: Source): void {
  const { draft } = source;
  const name = source.file.fullName;
  const targets = meta.targets?.target ?? [];
  for (const target of targets) {
    if (!supportedTargets.has(target.text))
      source.report(target, `The local org does not support target ${target.text}`);
  }
  const targetConfigs = (meta.targetConfigs?.targetConfig ?? []).flatMap((given) => {
    const config = targetConfig(given, source);
    if (config === invalid) return [];
    const names = (given.attributes['targets'] ?? '').split(',').map((each) => each.trim());
    for (const each of names) {
      if (!targets.some((target) => target.text === each)) {
        source.report(given, `targetConfig for "${each}", which is not among the targets`);
      }
    }
    for (const object of config.objects?.object ?? []) {
      source.expect(object, () => draft.objects.has(object.text), `Object ${object.text} does not exist`);
    }
    return [
      {
        targets: names,
        properties: config.property,
        objects: config.objects?.object.map((object) => object.text) ?? []
      }
    ];
  });
  draft.bundles.set(name, {
    name,
    label: meta.masterLabel ?? name,
    ...(meta.description === undefined ? {} : { description: meta.description }),
    apiVersion: meta.apiVersion,
    isExposed: meta.isExposed,
    targets: targets.map((target) => target.text),
    targetConfigs
  });
}
