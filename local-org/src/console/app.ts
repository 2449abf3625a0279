import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { unzipSync } from 'fflate';
import { BundleCompiler } from './build/compiler.ts';
import { buildVendor, vendorRoot } from './build/vendor.ts';
import { bootData } from './boot.ts';
import { shellPage } from './html.ts';
import { answerTogether } from './together.ts';
import type { ConsoleOptions, ConsoleSource, ResourceFile } from './types.ts';

const FOREVER = 'public, max-age=31536000, immutable';
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.html': 'text/html; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2'
};

/**
 * Fastify plugin: the console's page, its built modules, the org's components and static resources.
 * What is not built yet is built when the first page is asked for; `buildVendor` before that shows progress.
 */
export async function consoleApp(app: FastifyInstance, options: ConsoleOptions): Promise<void> {
  const { source } = options;
  const root = vendorRoot(options.folder);
  const compiler = new BundleCompiler(join(root, 'bundles'));
  app.addHook('onClose', () => compiler.close());

  app.get('/lightning', (_request, reply) => reply.redirect('/lightning/page/home'));
  app.get('/lightning/*', async (request, reply) => {
    const viewer = options.viewer(request);
    if (!viewer) return reply.redirect(`/?retURL=${encodeURIComponent(request.url)}`);
    const folders = await buildVendor(options.folder);
    warmUp(source, compiler);
    compiler.prepare();
    options.viewed?.();
    const { html, policy } = shellPage(source, folders, viewer, await bootData(app, request, source, viewer));
    return reply
      .headers({ 'content-security-policy': policy, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
      .type('text/html; charset=utf-8')
      .send(html);
  });

  app.get<{ Params: { '*': string } }>('/console/vendor/*', (request, reply) =>
    sendBuilt(join(root, normalize(`/${request.params['*']}`)), request, reply)
  );

  app.get<{ Params: { hash: string; name: string } }>('/console/modules/:hash/:name', async (request, reply) => {
    const bundle = source.bundle(request.params.name.replace(/\.js$/, ''));
    if (bundle?.hash !== request.params.hash) return reply.code(404).send();
    const compiled = await compiler.compile(bundle);
    reply.type(TYPES['.js'] ?? '');
    if ('code' in compiled) return reply.header('cache-control', FOREVER).send(compiled.code);
    const text = compiled.problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
    return reply.header('cache-control', 'no-store').send(`throw new Error(${JSON.stringify(text.join('\n'))});`);
  });

  answerTogether(app);

  app.get<{ Params: { '*': string } }>('/resource/*', (request, reply) => {
    if (!options.viewer(request)) return reply.code(401).send();
    const [name = '', ...path] = request.params['*'].split('/');
    const resource = source.staticResource(name);
    const file = resource && (path.length > 0 ? entryOf(resource, path.join('/')) : resource);
    if (!file) return reply.code(404).send();
    return reply
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', `sandbox`)
      .type(file.contentType)
      .send(Buffer.from(file.bytes));
  });
}

/** While the browser loads the shell, what it will ask for next is compiled. */
function warmUp(source: ConsoleSource, compiler: BundleCompiler): void {
  for (const { name, hash } of source.bundles()) {
    const bundle = compiler.has(name, hash) ? undefined : source.bundle(name);
    if (bundle) void compiler.compile(bundle);
  }
}

/** A built file, compressed if the browser takes it. What is built is named by its content, so it never changes. */
function sendBuilt(path: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const type = TYPES[extname(path)];
  if (!type || !existsSync(path)) return reply.code(404).send();
  reply.header('cache-control', FOREVER).header('vary', 'accept-encoding').type(type);
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return reply.send(readFileSync(path));
  return reply.header('content-encoding', 'gzip').send(readFileSync(`${path}.gz`));
}

/** A file inside a static resource that is an archive. */
function entryOf(resource: ResourceFile, path: string): ResourceFile | undefined {
  if (!/zip/.test(resource.contentType)) return undefined;
  const bytes = unzipSync(resource.bytes, { filter: ({ name }) => name === path })[path];
  return bytes && { bytes, contentType: TYPES[extname(path)] ?? 'application/octet-stream' };
}
