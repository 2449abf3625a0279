import type { CompiledBundle } from '../types.ts';
import { compileBundle } from './compileBundle.ts';

export interface CompileRequest {
  readonly id: number;
  readonly name: string;
  readonly files: readonly (readonly [string, string])[];
}

export interface CompileAnswer {
  readonly id: number;
  readonly result: CompiledBundle;
}

process.on('message', async ({ id, name, files }: CompileRequest) => {
  const result = await compileBundle({ name, hash: '', files: new Map(files) });
  const answer: CompileAnswer = { id, result };
  // Who asked may have ended meanwhile; then nobody misses the answer.
  if (process.connected) process.send?.(answer, () => undefined);
});
process.on('disconnect', () => process.exit());
