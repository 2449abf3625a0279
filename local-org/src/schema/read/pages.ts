import type { Source } from '../draft.ts';
import { pageComponents, pageTemplates } from '../pageTemplates.ts';
import {
  ignored,
  many,
  mark,
  oneOf,
  optional,
  record,
  required,
  text,
  unsupported,
  word,
  type Read
} from '../shape.ts';
import type { FlexiPageComponent, FlexiPageRegion, LwcPropertyDef } from '../types.ts';

const property = record({
  name: required(mark),
  type: optional(oneOf('decorator')),
  value: optional(text),
  valueList: optional(record({ valueListItems: many(record({ value: required(text), visibilityRule: unsupported })) }))
});

const componentInstance = record({
  componentName: required(mark),
  identifier: optional(word),
  componentInstanceProperties: many(property),
  visibilityRule: unsupported,
  flexipageDataSources: unsupported
});

export const flexiPage = record({
  masterLabel: required(word),
  description: ignored,
  type: required(oneOf('RecordPage', 'AppPage', 'HomePage', 'UtilityBar')),
  sobjectType: optional(mark),
  template: required(record({ name: required(mark), properties: ignored })),
  flexiPageRegions: many(
    record({
      name: required(mark),
      type: required(oneOf('Region', 'Facet', 'Background')),
      mode: ignored,
      appendable: ignored,
      prependable: ignored,
      replaceable: ignored,
      itemInstances: many(record({ componentInstance: optional(componentInstance), fieldInstance: unsupported })),
      componentInstances: many(componentInstance)
    })
  ),
  parentFlexiPage: unsupported,
  platformActionlist: unsupported,
  quickActionList: unsupported,
  events: unsupported
});

type Instance = Read<typeof componentInstance>;
type Page = Read<typeof flexiPage>;

/** Which component target a page of each type asks for. */
const targets: Readonly<Record<Page['type'], string>> = {
  RecordPage: 'lightning__RecordPage',
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
  UtilityBar: 'lightning__UtilityBar'
};

const decorators = new Set(['label', 'icon', 'height', 'width', 'eager', 'scrollable']);

function valueOf(given: Instance['componentInstanceProperties'][number]): string {
  return given.value ?? given.valueList?.valueListItems.map((item) => item.value).join(',') ?? '';
}

function component(instance: Instance, fallback: string): FlexiPageComponent {
  const entries = (decorating: boolean): Record<string, string> =>
    Object.fromEntries(
      instance.componentInstanceProperties
        .filter((each) => (each.type === 'decorator') === decorating)
        .map((each) => [each.name.text, valueOf(each)])
    );
  return {
    identifier: instance.identifier ?? fallback,
    component: instance.componentName.text,
    properties: entries(false),
    decorators: entries(true)
  };
}

function fits(definition: LwcPropertyDef, value: string): string | undefined {
  switch (definition.type) {
    case 'Boolean':
      return value === 'true' || value === 'false' ? undefined : 'must be true or false';
    case 'Integer': {
      const number = Number(value);
      if (!/^-?\d+$/.test(value)) return 'must be a whole number';
      if (definition.min !== undefined && number < definition.min) return `must be at least ${definition.min}`;
      if (definition.max !== undefined && number > definition.max) return `must be at most ${definition.max}`;
      return undefined;
    }
    default: {
      const offered = definition.datasource?.includes('://') ? undefined : definition.datasource?.split(',');
      if (!offered || offered.some((each) => each.trim() === value)) return undefined;
      return `must be one of ${offered.join(', ')}`;
    }
  }
}

/** A bundle of the org: exposed for this kind of page and object, its design properties known and set rightly. */
function checkBundle(instance: Instance, name: string, page: Page, source: Source): void {
  const bundle = source.draft.bundles.get(name);
  const place = instance.componentName;
  if (!bundle) {
    source.report(place, `Component ${name} does not exist`);
    return;
  }
  const target = targets[page.type];
  if (!bundle.isExposed || !bundle.targets.includes(target)) {
    source.report(place, `Component ${name} is not exposed for ${target}`);
    return;
  }
  const configs = bundle.targetConfigs.filter((each) => each.targets.includes(target));
  const object = page.sobjectType?.text.toLowerCase();
  const objects = configs.flatMap((each) => each.objects);
  if (objects.length > 0 && !objects.some((each) => each.toLowerCase() === object)) {
    source.report(place, `Component ${name} is not available for records of ${page.sobjectType?.text ?? 'no object'}`);
  }
  const definitions = new Map(configs.flatMap((each) => each.properties).map((each) => [each.name, each]));
  for (const given of instance.componentInstanceProperties) {
    const definition = definitions.get(given.name.text);
    if (given.type === 'decorator') continue;
    if (!definition) {
      source.report(given.name, `Component ${name} has no property ${given.name.text} for ${target}`);
      continue;
    }
    const fault = given.value === undefined ? undefined : fits(definition, given.value);
    if (fault !== undefined) source.report(given, `Property ${given.name.text} of component ${name} ${fault}`);
  }
  for (const definition of definitions.values()) {
    const given = instance.componentInstanceProperties.some((each) => each.name.text === definition.name);
    if (definition.required && definition.default === undefined && !given) {
      source.report(instance, `Component ${name} needs property ${definition.name}`);
    }
  }
}

function checkInstance(instance: Instance, page: Page, facets: ReadonlySet<string>, source: Source): void {
  const { text: name } = instance.componentName;
  const facetProperties = pageComponents.get(name);
  for (const given of instance.componentInstanceProperties) {
    const { text: property } = given.name;
    if (given.type === 'decorator' && !decorators.has(property)) {
      source.report(given.name, `Unknown decorator ${property}`);
    }
    const isFacet = facetProperties?.includes(property) ?? false;
    if (isFacet && !facets.has(given.value ?? '')) {
      source.report(given, `Facet ${given.value ?? ''} of component ${name} does not exist`);
    }
  }
  if (facetProperties) return;
  const own = name.startsWith('c:') ? name.slice(2) : name;
  if (own.includes(':')) source.report(instance.componentName, `The local org does not support component ${name}`);
  else source.draft.later(() => checkBundle(instance, own, page, source));
}

function checkRegions(page: Page, source: Source): void {
  const template = page.template.name;
  const regions = pageTemplates.get(template.text);
  if (!regions) source.report(template, `The local org does not know page template ${template.text}`);
  const seen = new Set<string>();
  for (const { name, type } of page.flexiPageRegions) {
    if (seen.has(name.text)) source.report(name, `Region ${name.text} stands twice`);
    seen.add(name.text);
    if (type !== 'Facet' && regions && !regions.includes(name.text)) {
      source.report(name, `Template ${template.text} has no region ${name.text}`);
    }
  }
}

const instancesOf = (region: Page['flexiPageRegions'][number]): Instance[] => [
  ...region.componentInstances,
  ...region.itemInstances.flatMap((item) => item.componentInstance ?? [])
];

/** Takes `flexipages/*.flexipage`. */
export function takeFlexiPage(page: Read<typeof flexiPage>, source: Source): void {
  const { draft } = source;
  const name = source.file.fullName;
  const object = page.sobjectType;
  if (page.type === 'RecordPage' && !object) source.report(page, `Record page ${name} needs sobjectType`);
  if (object) source.expect(object, () => draft.objects.has(object.text), `Object ${object.text} does not exist`);
  checkRegions(page, source);
  const facets = new Set(page.flexiPageRegions.filter((each) => each.type === 'Facet').map((each) => each.name.text));
  const regions = page.flexiPageRegions.map((region): FlexiPageRegion => {
    const instances = instancesOf(region);
    for (const instance of instances) checkInstance(instance, page, facets, source);
    return {
      name: region.name.text,
      type: region.type === 'Facet' ? 'Facet' : 'Region',
      components: instances.map((instance, index) => component(instance, `${region.name.text}_${index + 1}`))
    };
  });
  draft.flexiPages.set(name, {
    name,
    label: page.masterLabel,
    type: page.type,
    ...(object ? { object: object.text } : {}),
    template: page.template.name.text,
    regions
  });
}
