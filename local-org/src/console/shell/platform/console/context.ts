import { deriveFormats } from './locale.ts';
import type { Me } from './protocol.ts';
import { baseTexts } from './texts/base.ts';

interface Boot {
  readonly me: Me;
  readonly labels: Readonly<Record<string, string>>;
  readonly designs: Readonly<Record<string, { readonly properties: Readonly<Record<string, string>> }>>;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Who is signed in, the org's labels in their language and more that the page brought along. */
const boot: Boot = JSON.parse(document.getElementById('boot')?.textContent ?? '');
const { me: signedIn, labels } = boot;
const formats = deriveFormats(signedIn.user);
const translated = baseTexts(signedIn.user.language);

/** The signed-in user, their permissions and apps. */
export const me: Me = signedIn;

/** The types of a component's design properties. */
export function designOf(component: string): Readonly<Record<string, string>> {
  return boot.designs[component]?.properties ?? {};
}

const brought = new Map(Object.entries(boot.answers));

/** The answer that came with the page, the first time it is asked for. */
export function broughtAnswer(address: string): unknown {
  const answer = brought.get(address);
  brought.delete(address);
  return answer;
}

/** A custom label in the user's language. */
export function label(name: string): string {
  const text = labels[name];
  if (text === undefined) throw new Error(`There is no custom label named ${name}`);
  return text;
}

/** A text of the base components in the user's language, else in English. */
export function baseLabel(name: string, english: string): string {
  return translated[name] ?? english;
}

/** A value of `@salesforce/i18n`, e.g. `lang` or `dateTime.shortDateFormat`. */
export function i18n(name: string): unknown {
  if (!(name in formats)) throw new Error(`The local org does not support the module @salesforce/i18n/${name}`);
  return formats[name];
}

/** `@salesforce/user/Id` and `isGuest`. */
export function user(name: string): string | boolean {
  return name === 'Id' ? me.user.id : false;
}

/** `@salesforce/client/formFactor`: the console is a desktop. */
export function client(): string {
  return 'Large';
}

/** True if the user has it, else undefined, as on the platform. */
export function userPermission(name: string): true | undefined {
  return me.userPermissions.includes(name) || undefined;
}

/** True if the user has it, else undefined, as on the platform. */
export function customPermission(name: string): true | undefined {
  return me.customPermissions.includes(name) || undefined;
}
