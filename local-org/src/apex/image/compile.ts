import { UnsupportedError, type Problem } from '../../errors.ts';
import type { Schema } from '../../schema/types.ts';
import { createSoql, type SoqlOrg } from '../../soql/index.ts';
import type { Soql } from '../../soql/types.ts';
import { emitUnit } from '../emit/unit.ts';
import { checkClass } from '../front/checkClass.ts';
import { declareClass, declareMembers, resolveAncestors } from '../front/declare.ts';
import { Fault } from '../front/parser.ts';
import { parseAnonymous } from '../front/readDeclarations.ts';
import type { ClassSymbol } from '../front/symbols.ts';
import { anonymousClass, triggerClass } from '../front/triggerClass.ts';
import type { Type } from '../front/types.ts';
import { World } from '../front/world.ts';
import type { ApexImage, ApexSource, ApexUnit, CompileResult } from '../types.ts';
import { library } from './library.ts';
import { declareOnDemand } from './onDemand.ts';
import { parsedClass, parsedTrigger } from './parsed.ts';
import { auraMethods, invocableMethods, testMethods } from './unitFacts.ts';

/** A source while it is compiled. */
interface Compiling {
  readonly source: ApexSource;
  readonly symbol: ClassSymbol;
  readonly trigger?: { readonly object: string; readonly events: readonly string[]; readonly type: Type };
}

/**
 * Compiles all Apex of an org against a schema: to an image, or to every problem found.
 * @param previous units whose code comes out the same are taken from it
 */
export function compile(sources: readonly ApexSource[], schema: Schema, previous?: ApexImage): CompileResult {
  const problems: Problem[] = [];
  const report = (source: ApexSource, fault: unknown): void => {
    problems.push(problemOf(source, fault));
  };
  const world = new World(schema, library, queryChecker(schema));
  const all = declareAll(world, sources, report);
  const stages = [resolveAncestors, declareMembers, checkAll];
  for (const stage of stages) {
    for (const { source, symbol } of all)
      attempt(source, report, () => {
        stage(world, symbol);
      });
    // Members of a class whose ancestors are unknown would only bring problems that are none.
    if (problems.length > 0 && stage !== checkAll) return { problems };
  }
  const former = new Map(previous?.units.map((unit) => [`${unit.kind}:${unit.name}`, unit]));
  const units = all.map((one) => {
    const unit = unitOf(world, one, report);
    const known = former.get(`${unit.kind}:${unit.name}`);
    return known?.code === unit.code && known.file === unit.file ? known : unit;
  });
  return problems.length > 0 ? { problems } : { image: { units } };
}

/** Compiles a block of anonymous Apex against the deployed classes. */
export function compileAnonymous(
  text: string,
  classes: readonly ApexSource[],
  schema: Schema
): { readonly unit: ApexUnit } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report = (source: ApexSource, fault: unknown): void => {
    problems.push(problemOf(source, fault));
  };
  const world = new World(schema, library, queryChecker(schema));
  declareOnDemand(world, classes);
  const source: ApexSource = {
    name: 'AnonymousBlock',
    kind: 'class',
    file: 'anonymous/AnonymousBlock.apex',
    text,
    apiVersion: ''
  };
  let unit: ApexUnit | undefined;
  attempt(source, report, () => {
    const symbol = declareClass(anonymousClass(parseAnonymous(text)), 'AnonymousBlock');
    for (const stage of [resolveAncestors, declareMembers, checkAll]) stage(world, symbol);
    unit = unitOf(world, { source, symbol }, report);
  });
  return unit === undefined || problems.length > 0 ? { problems } : { unit };
}

function attempt(source: ApexSource, report: (source: ApexSource, fault: unknown) => void, work: () => void): void {
  try {
    work();
  } catch (error) {
    report(source, error);
  }
}

/** @throws what is no fault of the source */
function problemOf(source: ApexSource, fault: unknown): Problem {
  if (fault instanceof Fault)
    return { file: source.file, line: fault.line, column: fault.column, message: fault.message };
  if (fault instanceof UnsupportedError) return { file: source.file, line: 1, column: 1, message: fault.message };
  throw fault;
}

function declareAll(
  world: World,
  sources: readonly ApexSource[],
  report: (source: ApexSource, fault: unknown) => void
): Compiling[] {
  const all: Compiling[] = [];
  for (const source of sources) {
    attempt(source, report, () => {
      if (source.kind === 'class') all.push({ source, symbol: declareOuter(world, source) });
      else all.push(declareTrigger(world, source));
    });
  }
  return all;
}

function declareOuter(world: World, source: ApexSource): ClassSymbol {
  const decl = parsedClass(source);
  if (decl.name.toLowerCase() !== source.name.toLowerCase()) {
    throw new Fault(decl, `Class name must be the same as the file name: ${decl.name}`);
  }
  const key = decl.name.toLowerCase();
  if (world.classes.has(key)) throw new Fault(decl, `Duplicate class: ${decl.name}`);
  const symbol = declareClass(decl, decl.name);
  world.classes.set(key, symbol);
  return symbol;
}

function declareTrigger(world: World, source: ApexSource): Compiling {
  const decl = parsedTrigger(source);
  const type = world.sobject(decl.object.text);
  if (type?.object === undefined)
    throw new Fault(decl.object, `SObject type does not allow triggers: ${decl.object.text}`);
  const symbol = declareClass(triggerClass(decl), `trigger ${decl.name}`);
  return { source, symbol, trigger: { object: type.object.name, events: decl.events, type } };
}

function checkAll(world: World, symbol: ClassSymbol): void {
  checkClass(world, symbol);
  for (const inner of symbol.inner.values()) checkClass(world, inner);
}

function unitOf(
  world: World,
  { source, symbol, trigger }: Compiling,
  report: (source: ApexSource, fault: unknown) => void
): ApexUnit {
  const code = emitUnit(
    world,
    symbol,
    (fault) => {
      report(source, fault);
    },
    trigger?.type
  );
  const lines = new Set(Array.from(code.matchAll(/\/\*@(\d+)\*\//g), (match) => Number(match[1])));
  return {
    name: source.name,
    kind: source.kind,
    file: source.file,
    code,
    isTest: symbol.isTest,
    testMethods: testMethods(symbol),
    auraMethods: auraMethods(symbol),
    invocableMethods: invocableMethods(symbol),
    ...(trigger === undefined ? {} : { trigger: { object: trigger.object, events: trigger.events } }),
    statementLines: [...lines].sort((a, b) => a - b)
  };
}

/** Checks queries against a schema that no org runs on yet. */
export function queryChecker(schema: Schema): Soql['check'] {
  const absent = (what: string) => (): never => {
    throw new Error(`A query is checked without ${what}`);
  };
  const org: SoqlOrg = {
    schema,
    organization: { id: '', name: '', language: 'en_US', timeZone: 'UTC' },
    clock: { now: () => 0 },
    get store() {
      return absent('a store')();
    },
    get transaction() {
      return absent('a transaction')();
    }
  };
  return (text) => createSoql(org).check(text);
}
