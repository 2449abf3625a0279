// What sf and our own program load: it teaches Node to read TypeScript, so that the commands need no build.
import { register } from 'tsx/esm/api';

register();

export const { commands } = await import('./commands.ts');
