import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';

const javaLibraries = join('node_modules', '@salesforce', 'code-analyzer-pmd-engine', 'dist', 'java-lib', '*');

const report = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      messages: z.array(z.object({ start: z.object({ line: z.number() }), category: z.string(), message: z.string() }))
    })
  )
});

/** Issues that apex-ls finds in the Apex of the package: types, members, unused code. Needs Java. */
export async function checkApexTypes(): Promise<string[]> {
  if (!existsSync(join('node_modules', '@salesforce', 'code-analyzer-pmd-engine')))
    return ['apex-ls is not installed: run npm ci'];
  const { code, output } = await run('java', [
    '-cp',
    javaLibraries,
    'io.github.apexdevtools.apexls.CheckForIssues',
    '-n',
    '-f',
    'json',
    '-d',
    'warnings',
    '-w',
    process.cwd()
  ]);
  if (code === 127) return ['java was not found: apex-ls needs a Java runtime, 17 or newer'];
  if (code === 0) return [];
  const start = output.indexOf('{');
  const parsed = start < 0 ? undefined : report.safeParse(JSON.parse(output.slice(start)));
  if (parsed?.success !== true) return [`apex-ls ended with code ${String(code)}: ${output.slice(0, 2000)}`];
  return parsed.data.files.flatMap(({ path, messages }) =>
    messages.map(({ start, message }) => `${relative(process.cwd(), path)}:${String(start.line)} ${message}`)
  );
}

function run(command: string, parameters: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(command, [...parameters], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code === 'ENOENT' ? 127 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, output: stdout + stderr });
    });
  });
}
