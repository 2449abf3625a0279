import type * as G from '@apexdevtools/apex-parser';
import type { Annotation, AnnotationValue, Modifiers } from './ast.ts';
import { at, maybe } from './parser.ts';
import { readLiteral } from './readExpressions.ts';

/** Modifiers and annotations before a declaration. */
export function readModifiers(nodes: readonly G.ModifierContext[]): Modifiers {
  const words = new Set<string>();
  const annotations: Annotation[] = [];
  for (const node of nodes) {
    const annotation = maybe(node.annotation());
    if (annotation !== undefined) annotations.push(readAnnotation(annotation));
    else words.add((node.children ?? []).map((child) => child.getText().toLowerCase()).join(' '));
  }
  // `testMethod` is the old way to write @IsTest.
  if (words.has('testmethod')) annotations.push({ name: 'istest', values: {}, line: 0, column: 0 });
  return { words, annotations };
}

function readAnnotation(node: G.AnnotationContext): Annotation {
  const values: Record<string, AnnotationValue> = {};
  for (const pair of maybe(node.elementValuePairs())?.elementValuePair_list() ?? []) {
    values[pair.id().getText().toLowerCase()] = readValue(pair.elementValue());
  }
  const lone = maybe(node.elementValue());
  if (lone !== undefined) values['value'] = readValue(lone);
  return { name: node.id().getText().toLowerCase(), values, ...at(node) };
}

function readValue(node: G.ElementValueContext): AnnotationValue {
  const literal = readLiteral(node.literal());
  if (literal.type === 'String' || literal.type === 'Boolean' || literal.type === 'Integer') return literal.value;
  return node.getText();
}

/** Whether an annotation stands there. */
export function annotated(modifiers: Modifiers, name: string): boolean {
  return modifiers.annotations.some((annotation) => annotation.name === name);
}
