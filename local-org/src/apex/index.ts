export { ApexFault } from './fault.ts';
export { ApexException } from './runtime/exceptions.ts';
export { compile } from './image/compile.ts';
export { createApexRuntime } from './image/runtime.ts';
export type * from './types.ts';
