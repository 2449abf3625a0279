import { createHash } from 'node:crypto';
import { importMap } from './build/importMap.ts';
import type { VendorFolders } from './build/vendor.ts';
import type { BootData } from './boot.ts';
import type { ConsoleSource, Viewer } from './types.ts';

/** Loaded by every page: asked for at once instead of one after another. */
const FIRST = ['@console/context', '@console/apex', 'lwc', 'lightning/button'];

/** The console's only page, and the policy that it may run nothing but what this server sent. */
export function shellPage(
  source: ConsoleSource,
  folders: VendorFolders,
  viewer: Viewer,
  boot: BootData
): { readonly html: string; readonly policy: string } {
  const imports = importMap(folders, source.bundles());
  const map = JSON.stringify({ imports });
  const shell = `/console/vendor/${folders.shell}`;
  const preloads = [`${shell}/boot.js`, ...FIRST.map((name) => imports[name])];
  const language = viewer.language.replace('_', '-');
  const html = `<!doctype html>
<html lang="${language}" dir="${direction(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Console</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/console/vendor/${folders.base}/slds.css">
<link rel="stylesheet" href="${shell}/shell.css">
<script type="importmap">${map}</script>
${preloads.map((address) => `<link rel="modulepreload" href="${address}">`).join('\n')}
<script type="application/json" id="boot">${JSON.stringify(boot).replaceAll('<', '\\u003c')}</script>
<script type="module" src="${shell}/boot.js"></script>
</head>
<body class="slds-scope"></body>
</html>
`;
  return { html, policy: contentPolicy(map) };
}

/** Base components write style elements and attributes, hence `unsafe-inline` for styles only. */
function contentPolicy(map: string): string {
  const hash = createHash('sha256').update(map).digest('base64');
  return [
    `default-src 'self'`,
    `script-src 'self' 'sha256-${hash}'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'self'`
  ].join('; ');
}

function direction(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|iw|ur|yi)\b/.test(language) ? 'rtl' : 'ltr';
}
