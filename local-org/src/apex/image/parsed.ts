import { Kept } from '../../kept.ts';
import type { TriggerDecl, TypeDecl } from '../front/ast.ts';
import { parseClass, parseTrigger } from '../front/readDeclarations.ts';
import type { ApexSource } from '../types.ts';

const makers = [new URL('../front/', import.meta.url)];

const PARSED_KEPT = 2_000;

/** Parsing takes most of a compilation's time: a text that was parsed before, here or in an earlier process, is not parsed again. */
export function parsing<Decl>(kind: string, parse: (text: string) => Decl): (source: ApexSource) => Decl {
  const parsed = new Map<string, Decl>();
  const kept = new Kept<Decl>(kind, makers);
  const parseAndKeep = ({ name, text }: ApexSource): Decl => {
    const decl = parse(text);
    kept.keep(name, text, decl);
    return decl;
  };
  return (source) => {
    const { name, text } = source;
    const known = parsed.get(text);
    if (known !== undefined) return known;
    const decl = kept.find(name, text) ?? parseAndKeep(source);
    if (parsed.size >= PARSED_KEPT) parsed.clear();
    parsed.set(text, decl);
    return decl;
  };
}

/** The class of a source. @throws Fault */
export const parsedClass = parsing<TypeDecl>('apex-classes', parseClass);

/** The trigger of a source. @throws Fault */
export const parsedTrigger = parsing<TriggerDecl>('apex-triggers', parseTrigger);
