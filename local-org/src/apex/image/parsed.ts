import type { TypeDecl } from '../front/ast.ts';
import { parseClass } from '../front/readDeclarations.ts';

/** Parsed classes by their text: what did not change is not parsed again. */
const parsed = new Map<string, TypeDecl>();
const PARSED_KEPT = 2_000;

/** The class of a source. @throws Fault */
export function parsedClass(text: string): TypeDecl {
  let decl = parsed.get(text);
  if (decl === undefined) {
    decl = parseClass(text);
    if (parsed.size >= PARSED_KEPT) parsed.clear();
    parsed.set(text, decl);
  }
  return decl;
}
