import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/**
 * Starts a Chromium for a test: `CHROME_PATH` if set, else the first installed Chromium, Chrome or Edge, else (Linux x64)
 * the one inside the package @sparticuz/chromium, unpacked once into the temporary folder.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = [process.env.CHROME_PATH, ...INSTALLED].find((path) => path !== undefined && existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: FLAGS });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium, Chrome or Edge was found. Install one, or set CHROME_PATH to its program file.');
  }
  const { executablePath, env } = await unpackChromium();
  return chromium.launch({ executablePath, args: [...FLAGS, '--headless'], env });
}

/** The packaged Chromium brings its libraries and one font; both must be made known by environment variables. */
async function unpackChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const folder = join(tmpdir(), 'packaged-chromium-147');
  if (!existsSync(folder)) await unpackInto(folder);
  const fonts = join(folder, 'fonts.conf');
  writeFileSync(fonts, fontConfiguration(folder));
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...definedEnvironment(),
      TMPDIR: folder,
      FONTCONFIG_FILE: fonts,
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
    }
  };
}

/** Unpacks beside the folder and moves it there when complete: an interrupted or simultaneous run leaves nothing half done. */
async function unpackInto(folder: string): Promise<void> {
  const working = `${folder}.${process.pid}`;
  mkdirSync(working, { recursive: true });
  const before = { temporary: process.env.TMPDIR, execution: process.env.AWS_EXECUTION_ENV };
  process.env.TMPDIR = working;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
    if (!existsSync(folder)) renameSync(working, folder);
  } finally {
    rmSync(working, { recursive: true, force: true });
    restore('TMPDIR', before.temporary);
    restore('AWS_EXECUTION_ENV', before.execution);
  }
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  );
}

function restore(variable: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(process.env, variable);
  else process.env[variable] = value;
}
