import type { Annotation, Modifiers } from '../front/ast.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../front/symbols.ts';
import { annotated } from '../front/readModifiers.ts';
import type { ClassInfo, FieldInfo, MethodInfo } from '../runtime/classes.ts';

/** What stands in the emitted code about a field: its accessors are made when it is loaded. */
export interface FieldDescription extends Omit<FieldInfo, 'get' | 'set'> {
  readonly property: string;
  /** `field`: read directly; `method`: through an accessor; `none`: not at all. */
  readonly reads: 'field' | 'method' | 'none';
  readonly writes: 'field' | 'method' | 'none';
}

export interface ClassDescription extends Omit<ClassInfo, 'fields' | 'values' | 'create' | 'javascript'> {
  readonly fields: readonly FieldDescription[];
  readonly constructible: boolean;
}

/** Describes a class for JSON, Type, components, jobs and tests. */
export function describeClass(symbol: ClassSymbol): ClassDescription {
  const { decl, superclass } = symbol;
  return {
    name: symbol.name,
    kind: symbol.kind,
    ...(superclass === undefined ? {} : { superclass: superclass.name }),
    interfaces: symbol.interfaces.map((type) => type.name),
    abstract: symbol.abstract,
    isTest: symbol.isTest,
    annotations: annotationTexts(decl.modifiers),
    fields: Array.from(symbol.fields.values(), describeField),
    methods: Array.from(symbol.methods.values()).flat().map(describeMethod),
    constructible:
      symbol.kind === 'class' &&
      !symbol.abstract &&
      (symbol.constructors.length === 0 || symbol.constructors.some((one) => one.parameters.length === 0))
  };
}

function describeField(field: FieldSymbol): FieldDescription {
  const { getter, setter, decl } = field;
  const access = (accessor: typeof getter): 'field' | 'method' | 'none' => {
    if (decl.kind === 'field') return 'field';
    if (accessor === undefined) return 'none';
    return accessor.body === undefined ? 'field' : 'method';
  };
  return {
    name: field.name,
    type: field.type.name,
    static: field.static,
    aura: annotated(field.modifiers, 'auraenabled'),
    ...invocableVariable(field.modifiers),
    transient: field.modifiers.words.has('transient'),
    visibility: field.visibility,
    property: field.property,
    reads: access(getter),
    writes: field.final ? 'none' : access(setter)
  };
}

function describeMethod(method: MethodSymbol): MethodInfo {
  return {
    name: method.name,
    property: method.key,
    static: method.static,
    parameters: method.parameters.map(({ name, type }) => ({ name, type: type.name })),
    returnType: method.type.name,
    annotations: annotationTexts(method.modifiers),
    ...invocableMethod(method.modifiers),
    ...(method.abstract ? { abstract: true } : {})
  };
}

function invocableVariable(modifiers: Modifiers): Pick<FieldInfo, 'invocable'> {
  const found = modifiers.annotations.find(({ name }) => name === 'invocablevariable');
  return found
    ? { invocable: { ...texts(found, 'label', 'description'), required: found.values['required'] === true } }
    : {};
}

function invocableMethod(modifiers: Modifiers): Pick<MethodInfo, 'invocable'> {
  const found = modifiers.annotations.find(({ name }) => name === 'invocablemethod');
  return found ? { invocable: texts(found, 'label', 'description', 'category') } : {};
}

function texts({ values }: Annotation, ...keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => (typeof values[key] === 'string' ? [[key, values[key]]] : [])));
}

function annotationTexts(modifiers: Modifiers): string[] {
  return modifiers.annotations.map(annotationText);
}

/** `istest(seealldata=true)` */
function annotationText({ name, values }: Annotation): string {
  const entries = Object.entries(values).map(([key, value]) => `${key}=${String(value)}`.toLowerCase());
  return entries.length === 0 ? name : `${name}(${entries.join(',')})`;
}
