import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localFolder } from '../lib/connection.ts';

export interface DemoOptions {
  readonly port: number;
  readonly folder: string;
  /** How many complaints arrive in a second, on average: the past runs as fast as that takes. */
  readonly rate: number;
  /** How many complaints arrive. */
  readonly count: number;
  /** Whether the org ends when all is done. */
  readonly end: boolean;
}

/** @throws Error with one sentence about a word that makes no sense */
export function readOptions(): DemoOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8090' },
      folder: { type: 'string', default: join(localFolder, 'demo') },
      rate: { type: 'string', default: '8' },
      count: { type: 'string', default: '3186' },
      end: { type: 'boolean', default: false }
    }
  });
  return {
    port: numberOf('port', values.port, 0),
    folder: values.folder,
    rate: numberOf('rate', values.rate, 0.1),
    count: numberOf('count', values.count, 1),
    end: values.end
  };
}

function numberOf(name: string, text: string, least: number): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < least)
    throw new Error(`--${name} takes a number from ${String(least)}, not "${text}".`);
  return number;
}
