import type { FastifyRequest } from 'fastify';
import type { Problem } from '../errors.ts';

/** A deployed LightningComponentBundle: its files by their path inside the bundle (`thing.js`, `thing.html`, `parts/sort.js`). */
export interface ComponentBundle {
  readonly name: string;
  /** Changes when any file changes; part of the address of the compiled module. */
  readonly hash: string;
  readonly files: ReadonlyMap<string, string>;
}

/** A deployed static resource. */
export interface ResourceFile {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What a bundle may refer to. Every question ignores case, as the platform does. */
export interface ComponentReferences {
  bundle(name: string): boolean;
  label(name: string): boolean;
  /** A static method annotated with `@AuraEnabled`. */
  apexMethod(className: string, methodName: string): boolean;
  /** An object or, with a path (`Contact.Name`), a field seen from it. */
  schema(object: string, fieldPath?: string): boolean;
  customPermission(name: string): boolean;
  staticResource(name: string): boolean;
  /** By its full name as imported: `Sample__c`. */
  messageChannel(name: string): boolean;
}

/** Where the console finds what is deployed. The API wires it to the org's metadata. */
export interface ConsoleSource {
  /** All bundles with their hashes; called for every page, so keep it cheap. */
  bundles(): readonly { readonly name: string; readonly hash: string }[];
  bundle(name: string): ComponentBundle | undefined;
  /** Every custom label in that language (`pl`, `en_US`), in the org's own where no translation exists. */
  labels(language: string): Readonly<Record<string, string>>;
  staticResource(name: string): ResourceFile | undefined;
}

/** Who looks at the console: told by the request's session. */
export interface Viewer {
  readonly userId: string;
  /** The user's language, e.g. `pl` or `en_US`. */
  readonly language: string;
}

export interface ConsoleOptions {
  readonly source: ConsoleSource;
  /** What is built is kept below this folder. */
  readonly folder: string;
  /** The signed-in user, or undefined: then the shell sends the browser to `/` to sign in. */
  viewer(request: FastifyRequest): Viewer | undefined;
  /** Told when somebody opened a page. */
  viewed?(): void;
}

/** A compiled bundle, or why it does not compile. */
export type CompiledBundle = { readonly code: string } | { readonly problems: readonly Problem[] };

/** Progress of a build, for the terminal: a share between 0 and 1 and what is being done. */
export type BuildProgress = (share: number, step: string) => void;
