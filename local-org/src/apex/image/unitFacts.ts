import { annotated } from '../front/readModifiers.ts';
import type { ClassSymbol, MethodSymbol } from '../front/symbols.ts';
import type { ApexUnit } from '../types.ts';

/** Names of a test class's test methods. */
export function testMethods(symbol: ClassSymbol): string[] {
  return methodsWith(symbol, 'istest').map((method) => method.name);
}

/** Static methods that components may call. */
export function auraMethods(symbol: ClassSymbol): ApexUnit['auraMethods'] {
  return methodsWith(symbol, 'auraenabled').map((method) => ({
    name: method.name,
    cacheable: annotationValue(method, 'auraenabled', 'cacheable') === true,
    parameters: method.parameters.map(({ name, type }) => ({ name, type: type.name })),
    returnType: method.type.name
  }));
}

export function invocableMethods(symbol: ClassSymbol): ApexUnit['invocableMethods'] {
  return methodsWith(symbol, 'invocablemethod').map((method) => ({
    name: method.name,
    label: String(annotationValue(method, 'invocablemethod', 'label') ?? method.name)
  }));
}

function methodsWith(symbol: ClassSymbol, annotation: string): MethodSymbol[] {
  return Array.from(symbol.methods.values())
    .flat()
    .filter((method) => method.static && annotated(method.modifiers, annotation));
}

function annotationValue(method: MethodSymbol, annotation: string, key: string): unknown {
  return method.modifiers.annotations.find((one) => one.name === annotation)?.values[key];
}
