import type { Source } from '../draft.ts';
import {
  flag,
  ignored,
  optional,
  record,
  text,
  unsupported,
  withDefault,
  mark,
  word,
  type Mark,
  type Read
} from '../shape.ts';

const tabPrefix = 'standard-';

/** Checks that a tab exists: `standard-Case` for a standard object, else a custom tab. */
export function expectTab(tab: Mark, source: Source): void {
  const { draft } = source;
  source.expect(
    tab,
    () => {
      if (!tab.text.startsWith(tabPrefix)) return draft.tabs.has(tab.text);
      return draft.objects.get(tab.text.slice(tabPrefix.length))?.kind === 'standard';
    },
    tab.text.startsWith(tabPrefix) ? `The local org has no standard tab ${tab.text}` : `Tab ${tab.text} does not exist`
  );
}

export const customTab = record({
  label: optional(word),
  description: ignored,
  customObject: withDefault(flag, false),
  flexiPage: optional(mark),
  lwcComponent: optional(mark),
  icon: optional(text),
  motif: optional(text),
  hasSidebar: ignored,
  splashPageLink: unsupported,
  actionOverrides: unsupported,
  auraComponent: unsupported,
  frameHeight: unsupported,
  page: unsupported,
  scontrol: unsupported,
  url: unsupported,
  urlEncodingKey: unsupported
});

/** Takes `tabs/*.tab`: of a custom object, a Lightning page or a component. */
export function takeTab(tab: Read<typeof customTab>, source: Source): void {
  const { draft } = source;
  const name = source.file.fullName;
  const { flexiPage: page, lwcComponent: component } = tab;
  const targets = [tab.customObject, page !== undefined, component !== undefined].filter(Boolean).length;
  if (targets !== 1) source.report(tab, `Tab ${name} needs exactly one of customObject, flexiPage and lwcComponent`);
  if (tab.customObject) {
    source.expect(tab, () => draft.objects.get(name)?.custom === true, `Tab of object ${name}, which does not exist`);
  } else if (tab.label === undefined) {
    source.report(tab, `Required element label is missing in CustomTab ${name}`);
  }
  if (page) source.expect(page, () => draft.flexiPages.has(page.text), `FlexiPage ${page.text} does not exist`);
  if (component) {
    source.expect(
      component,
      () => draft.bundles.get(component.text)?.targets.includes('lightning__Tab') ?? false,
      `Component ${component.text} does not exist or has no target lightning__Tab`
    );
  }
  const icon = tab.icon ?? tab.motif;
  draft.tabs.set(name, {
    name,
    label: tab.label ?? '',
    customObject: tab.customObject,
    ...(page ? { flexiPage: page.text } : {}),
    ...(component ? { lwcComponent: component.text } : {}),
    ...(icon === undefined ? {} : { icon })
  });
  if (tab.customObject && tab.label === undefined) {
    draft.later(() => {
      const known = draft.tabs.get(name);
      const object = draft.objects.get(name);
      if (known && object) draft.tabs.set(name, { ...known, label: object.labelPlural });
    });
  }
}
