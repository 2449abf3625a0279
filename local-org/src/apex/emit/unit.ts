import { Body } from '../front/body.ts';
import type { At, Block, Expr, FieldDecl, Member, Parameter, PropertyDecl } from '../front/ast.ts';
import { platformBase } from '../front/calls.ts';
import { constructorCall, constructorOf, exceptionConstructors, superConstructor } from '../front/constructors.ts';
import { bridges } from '../front/checkClass.ts';
import { functionName } from '../front/declare.ts';
import { valueAs } from '../front/expressions.ts';
import { Fault } from '../front/parser.ts';
import { block, statements } from '../front/statements.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../front/symbols.ts';
import { VOID, type Type } from '../front/types.ts';
import type { World } from '../front/world.ts';
import { describeClass } from './classInfo.ts';
import { Hoists } from './hoists.ts';
import { Lines } from './lines.ts';
import { quote } from './value.ts';

/** What is gathered about a class while its members are written. */
interface Written {
  readonly symbol: ClassSymbol;
  /** JavaScript of `name: function` for prototype or statics. */
  readonly methods: string[];
  readonly staticMethods: string[];
  /** Functions that set instance fields and run instance initializers, in order. */
  readonly initializers: string[];
}

/** Writes one file's classes as JavaScript whose lines are the Apex lines. Faults go to `report`; the rest is still checked. */
export function emitUnit(world: World, top: ClassSymbol, report: (fault: Fault) => void, trigger?: Type): string {
  return new UnitWriter(world, top, report, trigger).write();
}

class UnitWriter {
  readonly #world: World;
  readonly #top: ClassSymbol;
  readonly #report: (fault: Fault) => void;
  readonly #trigger: Type | undefined;
  readonly #hoists = new Hoists();
  readonly #out = new Lines();
  readonly #classes: Written[] = [];
  readonly #staticInitializers: string[] = [];
  #number = 0;

  constructor(world: World, top: ClassSymbol, report: (fault: Fault) => void, trigger: Type | undefined) {
    this.#world = world;
    this.#top = top;
    this.#report = report;
    this.#trigger = trigger;
  }

  write(): string {
    const head = this.#out.late();
    this.#class(this.#top);
    this.#definitions();
    head.text = `(function($){'use strict';${this.#hoists.toString()}let S=null;`;
    return this.#out.toString();
  }

  #class(symbol: ClassSymbol): void {
    const written: Written = { symbol, methods: [], staticMethods: [], initializers: [] };
    this.#classes.push(written);
    for (const member of symbol.decl.members) {
      try {
        this.#member(written, member);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        this.#report(error);
      }
    }
    this.#checkDefaultConstructor(symbol);
  }

  #checkDefaultConstructor(symbol: ClassSymbol): void {
    const { superclass } = symbol;
    if (superclass === undefined || symbol.constructors.length > 0) return;
    const body = this.#body(symbol, { static: false, returnType: VOID, kind: 'constructor' });
    if (constructorOf(body, superclass, []) !== undefined) return;
    this.#report(new Fault(symbol.decl, `No default constructor available in super type: ${superclass.name}`));
  }

  #member(written: Written, member: Member): void {
    const { symbol } = written;
    switch (member.kind) {
      case 'class':
      case 'interface':
      case 'enum': {
        const inner = symbol.inner.get(member.name.toLowerCase());
        if (inner !== undefined) this.#class(inner);
        return;
      }
      case 'field':
        this.#field(written, member);
        return;
      case 'property':
        this.#property(written, member);
        return;
      case 'initializer': {
        const name = this.#initializer(written, member.static);
        const body = this.#body(symbol, { static: member.static, returnType: VOID, kind: 'initializer' });
        this.#function(body, name, [], member, (out) => block(body, out, member.body), member.body.end);
        return;
      }
      case 'method': {
        const method = symbol.methods.get(member.name.toLowerCase())?.find((one) => one.decl === member);
        if (method !== undefined && member.body !== undefined) this.#method(written, method, member.body);
        return;
      }
      case 'constructor': {
        const method = symbol.constructors.find((one) => one.decl === member);
        if (method !== undefined) this.#construct(written, method, member.body);
      }
    }
  }

  #body(
    symbol: ClassSymbol,
    options: Pick<Body, 'static' | 'returnType' | 'kind'> & { accessorOf?: FieldSymbol }
  ): Body {
    return new Body({ world: this.#world, hoists: this.#hoists, owner: symbol, trigger: this.#trigger, ...options });
  }

  /** A function at its line; parameters are declared before the body is written. @returns whether its end can be reached */
  #function(
    body: Body,
    name: string,
    parameters: readonly { readonly name: string; readonly type: Type; readonly decl: At }[],
    at: At,
    write: (out: Lines) => boolean,
    end: At
  ): boolean {
    const names = parameters.map((one) => body.declare(one.name, one.type, one.decl).js);
    this.#out.at(at.line).add(`function ${name}(${names.join(',')}){`);
    const head = this.#out.late();
    const open = write(this.#out);
    if (body.temporaries.length > 0) head.text = `let ${body.temporaries.join(',')};`;
    this.#out.at(end.line).add('}');
    return open;
  }

  #method(written: Written, method: MethodSymbol, code: Block): void {
    const body = this.#body(method.owner, { static: method.static, returnType: method.type, kind: 'method' });
    const open = this.#function(
      body,
      method.functionName,
      method.parameters,
      method.decl,
      (out) => {
        out.add(body.check(code));
        return statements(body, out, code.statements);
      },
      code.end
    );
    if (open && method.type.kind !== 'void') {
      throw new Fault(code.end, `Missing return statement required return type: ${method.type.name}`);
    }
    (method.static ? written.staticMethods : written.methods).push(`${quote(method.key)}:${method.functionName}`);
  }

  #construct(written: Written, method: MethodSymbol, code: Block): void {
    const { symbol } = written;
    const body = this.#body(symbol, { static: false, returnType: VOID, kind: 'constructor' });
    const [first, ...rest] = code.statements;
    const explicit = first?.kind === 'expression' ? constructorCallOf(first.value) : undefined;
    const callsThis = explicit?.name.toLowerCase() === 'this';
    this.#function(
      body,
      method.functionName,
      method.parameters,
      method.decl,
      (out) => {
        out.add(body.check(code));
        if (explicit !== undefined) out.at(explicit.line).add(constructorCall(body, explicit));
        else if (symbol.superclass !== undefined) out.add(superConstructor(body, symbol.superclass, [], method.decl));
        if (!callsThis) out.add(`${initializeName(symbol)}(this);`);
        statements(body, out, explicit === undefined ? code.statements : rest);
        out.at(code.end.line).add('return this;');
        return false;
      },
      code.end
    );
    written.methods.push(`${quote(method.key)}:${method.functionName}`);
  }

  #field(written: Written, decl: FieldDecl): void {
    const { symbol } = written;
    const field = symbol.fields.get(decl.name.toLowerCase());
    if (field === undefined || decl.initial === undefined) return;
    const { initial } = decl;
    const name = this.#initializer(written, field.static);
    const body = this.#body(symbol, { static: field.static, returnType: VOID, kind: 'initializer' });
    const owner = field.static ? 'S' : 'this';
    this.#function(body, name, [], initial, (out) => this.#assignment(body, out, owner, field, initial), initial);
  }

  #assignment(body: Body, out: Lines, owner: string, field: FieldSymbol, initial: Expr): boolean {
    out.add(`/*@${String(initial.line)}*/${owner}.${field.property}=${valueAs(body, initial, field.type)};`);
    return true;
  }

  #property(written: Written, decl: PropertyDecl): void {
    const { symbol } = written;
    const field = symbol.fields.get(decl.name.toLowerCase());
    if (field === undefined) return;
    const target = field.static ? written.staticMethods : written.methods;
    // In the order of the source, for the lines' sake.
    const accessors = [decl.getter, decl.setter]
      .filter((one) => one !== undefined)
      .sort((a, b) => a.line - b.line || a.column - b.column);
    for (const accessor of accessors) {
      const { body: code } = accessor;
      if (code === undefined) continue;
      const reads = accessor === decl.getter;
      const returnType = reads ? field.type : VOID;
      const body = this.#body(symbol, { static: field.static, returnType, kind: 'method', accessorOf: field });
      const parameters: { name: string; type: Type; decl: Parameter | At }[] = reads
        ? []
        : [{ name: 'value', type: field.type, decl: accessor }];
      const name = functionName(symbol, decl.name, this.#number++);
      const open = this.#function(
        body,
        name,
        parameters,
        accessor,
        (out) => {
          out.add(body.check(code));
          const reached = statements(body, out, code.statements);
          if (!reads) out.add('return value_;');
          return reached;
        },
        code.end
      );
      if (open && reads) throw new Fault(code.end, `Missing return statement required return type: ${field.type.name}`);
      target.push(`${quote(`${reads ? 'get' : 'set'}${field.property}`)}:${name}`);
    }
  }

  #initializer(written: Written, isStatic: boolean): string {
    const name = functionName(written.symbol, isStatic ? 'static' : 'new', this.#number++).replace(/\$(\d+)$/, '$i$1');
    (isStatic ? this.#staticInitializers : written.initializers).push(name);
    return name;
  }

  /** Behind the last line: the JavaScript classes and what the loader needs to know. */
  #definitions(): void {
    const out = this.#out;
    const members: string[] = [];
    const infos: string[] = [];
    for (const written of basesFirst(this.#classes)) {
      const { symbol } = written;
      const name = javascriptName(symbol);
      if (symbol.kind === 'enum') {
        out.add(
          `const ${name}=$.enumOf(${quote(symbol.name)},${JSON.stringify(symbol.decl.values.map((one) => one.text))});`
        );
      } else if (symbol.kind === 'class') {
        this.#defineClass(written, name);
      }
      if (symbol.kind !== 'interface') members.push(`${name}:${name}`);
      infos.push(
        `[${JSON.stringify(describeClass(symbol)).replaceAll('/*', '/\\u002a')},${symbol.kind === 'interface' ? 'null' : name}]`
      );
    }
    const statics = this.#classes.find((one) => one.symbol === this.#top);
    const fields = Array.from(this.#top.fields.values()).filter((one) => one.static);
    out.add(`return {set(s){S=s;},Statics:class{constructor(){${fieldDefaults(fields)}}},`);
    out.add(`members:{${[...(statics?.staticMethods ?? []), ...members].join(',')}},`);
    out.add(`initializers:[${this.#staticInitializers.join(',')}],`);
    out.add(`bases:${JSON.stringify(this.#baseUnits())},classes:[${infos.join(',')}]};})`);
  }

  #defineClass(written: Written, name: string): void {
    const { symbol, methods } = written;
    const out = this.#out;
    const fields = Array.from(symbol.fields.values()).filter((one) => !one.static);
    out.add(`class ${name} extends ${this.#base(symbol)}{constructor(){super();${fieldDefaults(fields)}}}`);
    const run = written.initializers.map((one) => `${one}.call(o);`).join('');
    out.add(`function ${initializeName(symbol)}(o){${run}}`);
    const own = new Set(symbol.constructors.map((one) => one.key));
    const inherits = platformBase(symbol) !== undefined;
    const defaults = inherits ? exceptionConstructors(this.#world) : [{ key: 'new' }];
    if (inherits || symbol.constructors.length === 0) {
      for (const { key } of defaults) if (!own.has(key)) methods.push(defaultConstructor(symbol, name, key));
    }
    const known = new Set(methods.map((one) => one.slice(0, one.indexOf('":') + 1)));
    for (const { key, method } of bridges(this.#world, symbol)) {
      if (known.has(quote(key))) continue;
      // The platform lets a static method stand for an interface's.
      const target = method.static ? method.functionName : `this[${quote(method.key)}]`;
      methods.push(`${quote(key)}(...a){return ${target}(...a);}`);
      known.add(quote(key));
    }
    out.add(`$.methods(${name},{${methods.join(',')}});$.lazyInfo(${name},${quote(symbol.name)});`);
  }

  #base(symbol: ClassSymbol): string {
    const { superclass } = symbol;
    if (superclass === undefined) return '$.ApexObject';
    if (superclass.declared === undefined) return `$.exceptionBase(${quote(superclass.name)})`;
    const base = javascriptName(superclass.declared);
    if (superclass.declared.top === this.#top) return base;
    return `$.classOf(${quote(superclass.declared.unitName.toLowerCase())},${quote(base)})`;
  }

  /** Units whose classes ours extend: their statics are prepared first. */
  #baseUnits(): string[] {
    const units = this.#classes
      .map(({ symbol }) => symbol.superclass?.declared?.unitName.toLowerCase())
      .filter((name) => name !== undefined && name !== this.#top.unitName.toLowerCase());
    return [...new Set(units)] as string[];
  }
}

function constructorCallOf(value: Expr): Extract<Expr, { kind: 'call' }> | undefined {
  if (value.kind !== 'call' || value.target !== undefined) return undefined;
  const name = value.name.toLowerCase();
  return name === 'this' || name === 'super' ? value : undefined;
}

function javascriptName(symbol: ClassSymbol): string {
  return `C$${symbol.name.replaceAll('.', '$')}`;
}

function initializeName(symbol: ClassSymbol): string {
  return `I$${symbol.name.replaceAll('.', '$')}`;
}

/** Every field exists from the start: objects of a class have one shape. */
function fieldDefaults(fields: readonly FieldSymbol[]): string {
  return fields.map((field) => `this.${field.property}=null;`).join('');
}

function defaultConstructor(symbol: ClassSymbol, name: string, key: string): string {
  const base =
    symbol.superclass === undefined ? '' : `Object.getPrototypeOf(${name}.prototype)[${quote(key)}].call(this,...a);`;
  return `${quote(key)}(...a){${base}${initializeName(symbol)}(this);return this;}`;
}

/** Classes in an order in which each superclass comes before what extends it. */
function basesFirst(classes: readonly Written[]): Written[] {
  const done = new Set<ClassSymbol>();
  const ordered: Written[] = [];
  const visit = (written: Written): void => {
    if (done.has(written.symbol)) return;
    done.add(written.symbol);
    const base = classes.find((one) => one.symbol === written.symbol.superclass?.declared);
    if (base !== undefined) visit(base);
    ordered.push(written);
  };
  classes.forEach(visit);
  return ordered;
}
