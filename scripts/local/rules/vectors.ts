import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type {
  Catalogue,
  Fault,
  Requirement,
  RuleSet,
  RuleTrace,
  Stage,
  Values
} from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';

/** One case and what a rule set says of it. */
export interface RuleVector {
  readonly name: string;
  readonly ruleSet: RuleSet;
  readonly values: Values;
  readonly matched: readonly string[];
  readonly requirement: Requirement;
  readonly trace?: readonly RuleTrace[];
}

/** One document and its faults, in any order. */
export interface FaultVector {
  readonly name: string;
  readonly document: unknown;
  readonly catalogue?: Catalogue;
  readonly faults: readonly Pick<Fault, 'path' | 'code' | 'args'>[];
}

/** One requirement and what it asks for, step by step. */
export interface StageVector {
  readonly name: string;
  readonly requirement: Requirement;
  readonly wholeMinutes: boolean;
  readonly stages: readonly Stage[];
}

const keys = {
  rules: ['name', 'ruleSet', 'values', 'matched', 'requirement', 'trace'],
  ruleFaults: ['name', 'document', 'catalogue', 'faults'],
  stages: ['name', 'requirement', 'wholeMinutes', 'stages']
} as const;

interface Files {
  rules: RuleVector;
  ruleFaults: FaultVector;
  stages: StageVector;
}

/** The vectors of a file, which both engines are held to; a key that is none of theirs is a slip. */
export async function vectorsOf<File extends keyof Files>(file: File): Promise<readonly Files[File][]> {
  const text = await readFile(new URL(`../../../test/vectors/${file}.json`, import.meta.url), 'utf8');
  const entries = z.array(z.partialRecord(z.enum(keys[file]), z.unknown())).parse(JSON.parse(text));
  return entries as unknown as readonly Files[File][];
}
