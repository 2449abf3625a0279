import { deriveFormats } from './locale.ts';
import type { Me } from './protocol.ts';
import { baseTexts } from './texts/base.ts';

/** Who is signed in, and the org's labels in their language: known before anything else of the console runs. */
const [signedIn, labels] = await Promise.all([
  load<Me>('/console/api/me'),
  load<Record<string, string>>('/console/labels')
]);
const formats = deriveFormats(signedIn.user);
const translated = baseTexts(signedIn.user.language);

/** The signed-in user, their permissions and apps. */
export const me: Me = signedIn;

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

async function load<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (response.status === 401) {
    location.assign('/');
    return new Promise(() => undefined);
  }
  if (!response.ok) throw new Error(`${address} answers ${response.status}: ${await response.text()}`);
  return response.json();
}
