import { compile } from '../apex/index.ts';
import type { CompileResult } from '../apex/types.ts';
import { buildSchema } from '../schema/index.ts';
import type { CompileQuestion } from './apexStep.ts';
import { answerParent } from './child.ts';

/** Compiles all Apex of an org in a process of its own. */
answerParent((question): CompileResult | Promise<CompileResult> => {
  const { metadata, sources }: CompileQuestion = JSON.parse(question);
  const files = metadata.map((file) => ({ ...file, content: Buffer.from(file.content, 'base64') }));
  const built = buildSchema([...files, ...sources.map(sourceFile)]);
  return 'problems' in built ? built : compile(sources, built.schema);
});

/** The schema wants to know which classes there are, not what they say. */
function sourceFile({ name, kind, file, text }: CompileQuestion['sources'][number]) {
  return { type: kind === 'class' ? 'ApexClass' : 'ApexTrigger', fullName: name, file, content: Buffer.from(text) };
}
