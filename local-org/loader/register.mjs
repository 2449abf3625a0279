// Starts a process of the local org: `node --import ./local-org/loader/register.mjs file.ts`. JavaScript, since it is what reads
// TypeScript. tsx does the same for all other commands; this one keeps what it transpiled and so starts in half the time.
import { register } from 'node:module';
import process from 'node:process';

process.setSourceMapsEnabled(true);
register('./hooks.mjs', import.meta.url);
