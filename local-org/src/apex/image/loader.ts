import { Script } from 'node:vm';
import type { ClassDescription, FieldDescription } from '../emit/classInfo.ts';
import type { LibraryMember } from '../library/types.ts';
import type { ClassInfo, FieldInfo } from '../runtime/classes.ts';
import { platformExceptions } from '../runtime/exceptions.ts';
import type { ApexEnumValue } from '../runtime/objects.ts';
import { enumConstant, platformEnum } from '../runtime/objects.ts';
import { operations } from '../runtime/ops.ts';
import { constantOf } from '../runtime/opsTypes.ts';
import { ApexList } from '../runtime/collections.ts';
import type { ApexImage, ApexUnit } from '../types.ts';
import { exceptionBase } from './exceptionBase.ts';
import { library } from './library.ts';
import type { CoverageNote, LoadedCode, StaticsBag } from './types.ts';

type Callable = (...values: unknown[]) => unknown;
type JavascriptClass = (new () => object) & { info?: ClassInfo };

/** What a unit's code gives when it is evaluated. */
interface Definition {
  set(statics: object | null): void;
  readonly Statics: new () => object;
  readonly members: Readonly<Record<string, unknown>>;
  readonly initializers: readonly (() => void)[];
  readonly bases: readonly string[];
  readonly classes: readonly (readonly [ClassDescription, unknown])[];
}

/** One file's code: evaluated when first needed, its statics made when first needed in a transaction. */
class Unit {
  readonly #code: Code;
  readonly #unit: ApexUnit;
  #definition: Definition | undefined;
  /** The statics of the running transaction; the emitted code reads it. */
  $: object | null = null;

  constructor(code: Code, unit: ApexUnit) {
    this.#code = code;
    this.#unit = unit;
  }

  get definition(): Definition {
    this.#definition ??= this.#evaluate();
    return this.#definition;
  }

  /** The statics of this transaction, initialized on first use. */
  start(): object {
    if (this.$ !== null) return this.$;
    const { definition } = this;
    for (const base of definition.bases) this.#code.unit(base).start();
    const statics = new definition.Statics();
    this.use(statics);
    this.#code.started.set(this, statics);
    for (const initialize of definition.initializers) initialize();
    return statics;
  }

  use(statics: object | null): void {
    this.$ = statics;
    this.#definition?.set(statics);
  }

  #evaluate(): Definition {
    const script = new Script(this.#code.instrumented(this.#unit), { filename: this.#unit.file });
    const define = script.runInThisContext() as ($: object) => Definition;
    const definition = define(this.#code.operations);
    Object.assign(definition.Statics.prototype as object, definition.members);
    return definition;
  }
}

/** The deployed Apex as loaded code. */
export class Code implements LoadedCode {
  readonly #image: ApexImage;
  readonly #units: Map<string, Unit>;
  readonly #infos = new Map<string, ClassInfo | undefined>();
  readonly operations: object;
  #note: CoverageNote | undefined;
  /** Units with statics in this transaction. */
  started: StaticsBag = new Map();

  constructor(image: ApexImage) {
    this.#image = image;
    this.#units = new Map(image.units.map((unit) => [unitKey(unit), new Unit(this, unit)]));
    this.operations = { ...operations, ...this.#linking() };
  }

  unit(name: string): Unit {
    const unit = this.#units.get(name);
    if (unit === undefined) throw new Error(`The image has no unit ${name}`);
    return unit;
  }

  find(name: string): ClassInfo | undefined {
    const key = name.toLowerCase();
    if (!this.#infos.has(key)) this.#infos.set(key, this.#describe(key));
    return this.#infos.get(key);
  }

  names(): readonly string[] {
    return this.#image.units.filter((unit) => unit.kind === 'class').map((unit) => unit.name);
  }

  callStatic(className: string, property: string, values: readonly unknown[]): unknown {
    const statics = this.unit(className.toLowerCase()).start() as Readonly<Record<string, Callable | undefined>>;
    const method = statics[property];
    if (method === undefined) throw new Error(`${className} has no static ${property}`);
    return method(...values);
  }

  /** Runs a trigger's or an anonymous block's body. */
  runBody(unitName: string): void {
    (this.unit(unitName).start() as { run(): void }).run();
  }

  /** Runs work while one more unit is known, over one of the same name. */
  withUnit<T>(unit: ApexUnit, work: () => T): T {
    const key = unitKey(unit);
    this.#units.set(key, new Unit(this, unit));
    try {
      return work();
    } finally {
      this.#units.delete(key);
      for (const name of this.#infos.keys()) if (name.split('.')[0] === key) this.#infos.delete(name);
    }
  }

  resetStatics(): void {
    this.swapStatics(new Map());
  }

  swapStatics(bag: StaticsBag): StaticsBag {
    const before = this.started;
    for (const unit of before.keys()) unit.use(null);
    this.started = bag;
    for (const [unit, statics] of bag) unit.use(statics);
    return before;
  }

  cover(note: CoverageNote | undefined): void {
    this.resetStatics();
    this.#note = note;
    this.#infos.clear();
    for (const unit of this.#image.units) this.#units.set(unitKey(unit), new Unit(this, unit));
  }

  /** The unit's code, with its marks made notes while coverage is taken. */
  instrumented(unit: ApexUnit): string {
    if (this.#note === undefined) return unit.code;
    return unit.code
      .replace("'use strict';", `'use strict';const K$=$.noteFor(${JSON.stringify(unit.name)});`)
      .replace(/\/\*@(\d+)\*\//g, 'K$.add($1);');
  }

  #describe(key: string): ClassInfo | undefined {
    const unit = this.#units.get(key.split('.')[0] ?? '');
    const found = unit?.definition.classes.find(([description]) => description.name.toLowerCase() === key);
    if (unit === undefined || found === undefined) return undefined;
    const [description, javascript] = found;
    const info = infoOf(unit, description, javascript);
    if (typeof javascript === 'function') (javascript as JavascriptClass).info = info;
    return info;
  }

  #member(type: string, key: string): LibraryMember {
    const member = library.find(type)?.members.find((one) => one.key === key);
    if (member === undefined) throw new Error(`The library has no ${type}.${key}; deploy the Apex again`);
    return member;
  }

  #platformEnum(type: string): readonly ApexEnumValue[] {
    return platformEnum(type, library.find(type)?.values ?? []);
  }

  /** How a unit's code reaches what stands outside of it. */
  #linking() {
    return {
      unit: (name: string) => this.unit(name),
      classOf: (unit: string, name: string) => this.unit(unit).definition.members[name],
      member: (type: string, key: string) => this.#member(type, key).call,
      setter: (type: string, key: string) => this.#member(type, key).set,
      exceptionBase: (type: string) => exceptionBase(platformExceptions, type),
      methods: (target: JavascriptClass, methods: Readonly<Record<string, Callable>>) => {
        Object.assign(target.prototype as object, methods);
      },
      lazyInfo: (target: JavascriptClass, name: string) => {
        Object.defineProperty(target, 'info', { configurable: true, get: () => this.find(name), set: overwrite });
      },
      enumValue: (type: string, name: string) => {
        this.#platformEnum(type);
        return enumConstant(type, name);
      },
      platformEnumValues: (type: string) => new ApexList(type, [...this.#platformEnum(type)]),
      platformEnumValueOf: (type: string, text: string | null) => constantOf(this.#platformEnum(type), text),
      noteFor: (name: string) => {
        const lines = this.#note?.get(name) ?? new Set<number>();
        this.#note?.set(name, lines);
        return lines;
      }
    };
  }
}

/** A unit may share its name with a trigger: triggers are kept apart. */
function unitKey(unit: ApexUnit): string {
  return unit.kind === 'class' ? unit.name.toLowerCase() : `trigger ${unit.name.toLowerCase()}`;
}

function overwrite(this: object, value: unknown): void {
  Object.defineProperty(this, 'info', { configurable: true, writable: true, value });
}

function infoOf(unit: Unit, description: ClassDescription, javascript: unknown): ClassInfo {
  const { constructible, fields, ...rest } = description;
  return {
    ...rest,
    fields: fields.map((field) => fieldInfo(unit, field)),
    ...(description.kind === 'enum' ? { values: Object.values(javascript as Record<string, ApexEnumValue>) } : {}),
    ...(constructible ? { create: () => create(unit, javascript as JavascriptClass) } : {}),
    ...(typeof javascript === 'function' ? { javascript } : {})
  };
}

function create(unit: Unit, javascript: JavascriptClass): object {
  unit.start();
  const instance = new javascript() as Readonly<Record<'new', () => object>>;
  return instance.new();
}

function fieldInfo(unit: Unit, field: FieldDescription): FieldInfo {
  const { property, reads, writes, ...rest } = field;
  const self = (instance: unknown): Record<string, unknown> =>
    (field.static ? unit.start() : instance) as Record<string, unknown>;
  const accessor = (instance: unknown, name: string, values: unknown[]): unknown =>
    (self(instance)[name] as Callable).apply(self(instance), values);
  return {
    ...rest,
    ...(reads === 'field' ? { get: (instance: unknown) => self(instance)[property] } : {}),
    ...(reads === 'method' ? { get: (instance: unknown) => accessor(instance, `get${property}`, []) } : {}),
    ...(writes === 'field'
      ? {
          set: (instance: unknown, value: unknown) => {
            self(instance)[property] = value;
          }
        }
      : {}),
    ...(writes === 'method'
      ? {
          set: (instance: unknown, value: unknown) => {
            accessor(instance, `set${property}`, [value]);
          }
        }
      : {})
  };
}
