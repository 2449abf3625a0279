import type { ComponentReferences } from '../types.ts';
import { baseComponents } from './baseComponents.ts';

/** What an import of a platform module becomes: a module the browser loads, code put in its place, or a refusal. */
export type PlatformModule = { readonly external: true } | { readonly code: string } | { readonly refused: string };

/** The modules of the platform that the console itself provides, as addressed by components. */
export const CONSOLE_MODULES: readonly string[] = [
  '@salesforce/apex',
  'lightning/actions',
  'lightning/empApi',
  'lightning/messageService',
  'lightning/navigation',
  'lightning/pageReferenceUtils',
  'lightning/platformResourceLoader',
  'lightning/platformShowToastEvent',
  'lightning/platformWorkspaceApi',
  'lightning/refresh',
  'lightning/uiListsApi',
  'lightning/uiObjectInfoApi',
  'lightning/uiRecordApi',
  'lightning/uiRelatedListApi'
];

/** Internal modules of the console, for the code that the build writes itself. */
export const CONTEXT_MODULES: readonly string[] = ['@console/context', '@console/apex'];

const EXTERNAL: ReadonlySet<string> = new Set(['lwc', ...CONSOLE_MODULES, ...CONTEXT_MODULES]);
const EVERYTHING: ComponentReferences = {
  bundle: () => true,
  label: () => true,
  apexMethod: () => true,
  schema: () => true,
  customPermission: () => true,
  staticResource: () => true,
  messageChannel: () => true
};

/** Finds what a bundle's import means. Without `references` every name is taken to exist. */
export function platformModule(specifier: string, references: ComponentReferences = EVERYTHING): PlatformModule {
  if (EXTERNAL.has(specifier) || baseComponents().includes(specifier)) return { external: true };
  if (specifier.startsWith('c/')) {
    const name = specifier.slice('c/'.length);
    return references.bundle(name) ? { external: true } : refused(`There is no Lightning web component named ${name}`);
  }
  if (specifier.startsWith('@salesforce/')) {
    const [kind = '', ...rest] = specifier.slice('@salesforce/'.length).split('/');
    return salesforceModule(kind, rest.join('/'), references) ?? unsupported(specifier);
  }
  return unsupported(specifier);
}

/** The code of a module whose value the signed-in user's context knows. */
export function contextModule(kind: string, name: string, english?: string): string {
  const fallback = english === undefined ? '' : `, ${JSON.stringify(english)}`;
  return `import { ${kind} } from '@console/context'; export default ${kind}(${JSON.stringify(name)}${fallback});`;
}

function salesforceModule(kind: string, name: string, known: ComponentReferences): PlatformModule | undefined {
  switch (kind) {
    case 'apex':
      return apexModule(name, known);
    case 'schema':
      return schemaModule(name, known);
    case 'label': {
      if (!name.startsWith('c.')) return undefined;
      const label = name.slice('c.'.length);
      return known.label(label) ? fromContext(kind, name) : refused(`There is no custom label named ${label}`);
    }
    case 'customPermission':
      return known.customPermission(name)
        ? fromContext(kind, name)
        : refused(`There is no custom permission named ${name}`);
    case 'resourceUrl':
      return known.staticResource(name)
        ? constant(`/resource/${encodeURIComponent(name)}`)
        : refused(`There is no static resource named ${name}`);
    case 'messageChannel':
      return known.messageChannel(name) ? constant(name) : refused(`There is no message channel named ${name}`);
    case 'user':
      return name === 'Id' || name === 'isGuest' ? fromContext(kind, name) : undefined;
    case 'client':
      return name === 'formFactor' ? fromContext(kind, name) : undefined;
    case 'userPermission':
    case 'i18n':
      return fromContext(kind, name);
    default:
      return undefined;
  }
}

function apexModule(name: string, known: ComponentReferences): PlatformModule | undefined {
  const [className, method, ...more] = name.split('.');
  if (!className || !method || more.length > 0) return undefined;
  if (!known.apexMethod(className, method)) {
    return refused(`There is no Apex method ${className}.${method} that is annotated with @AuraEnabled`);
  }
  const address = `${JSON.stringify(className)}, ${JSON.stringify(method)}`;
  return { code: `import { apexMethod } from '@console/apex'; export default apexMethod(${address});` };
}

function schemaModule(name: string, known: ComponentReferences): PlatformModule {
  const [object = '', ...path] = name.split('.');
  if (path.length === 0) {
    if (!known.schema(object)) return refused(`There is no object named ${object}`);
    return constant({ objectApiName: object });
  }
  const field = path.join('.');
  if (!known.schema(object, field)) return refused(`There is no field ${field} on ${object}`);
  return constant({ fieldApiName: field, objectApiName: object });
}

function fromContext(kind: string, name: string): PlatformModule {
  return { code: contextModule(kind, kind === 'label' ? name.slice('c.'.length) : name) };
}

function constant(value: unknown): PlatformModule {
  const text = JSON.stringify(value);
  return { code: `export default ${typeof value === 'object' ? `Object.freeze(${text})` : text};` };
}

function refused(message: string): PlatformModule {
  return { refused: message };
}

function unsupported(specifier: string): PlatformModule {
  return refused(`The local org does not support the module ${specifier}`);
}
