import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** What kind of address a handle is: the values of Yeti_Identity__c.Kind__c. */
export type HandleKind = 'Phone' | 'Email' | 'Messenger' | 'Social' | 'Device' | 'Login';

/** Why a handle is refused. */
export type Refusal = 'Blank' | 'Junk' | 'Malformed' | 'NoReply' | 'TooLong' | 'UnknownCountry';

/** A handle in its one normal form, or why there is none. */
export type Handle =
  { readonly value: string; readonly refusal?: undefined } | { readonly value?: undefined; readonly refusal: Refusal };

/** Where a phone number without a country code is from. */
export const homeCountry: CountryCode = 'PL';

/** The calling codes that the package's Apex knows; it refuses others, so scripts do too. */
const knownCallingCodes = new Set(['43', '420', '49', '33', '44', '48', '421', '380', '1']);
const maxLength = 200;
const minLength = 3;
const maxLocalPart = 64;
const maxWrittenPhone = 40;
const junkWords = new Set([
  'anonymous',
  'anonim',
  'brak',
  'blocked',
  'guest',
  'n/a',
  'none',
  'null',
  'private',
  'restricted',
  'test',
  'undefined',
  'unavailable',
  'unknown',
  'withheld'
]);
const sendersNobodyReads = new Set([
  'bounce',
  'bounces',
  'donotreply',
  'mailerdaemon',
  'nieodpowiadaj',
  'noreply',
  'postmaster'
]);
const countedUp = new Set(['123456789', '1234567890', '987654321', '0123456789']);
const atom = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const address = new RegExp(
  `^${atom}(?:\\.${atom})*@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]*[\\p{L}\\p{N}]$`,
  'u'
);
const surroundings = /^[\s\u200b\u200e\u202a\u202c]+|[\s\u200b\u200e\u202a\u202c]+$/g;

/**
 * The same answers as YetiHandle gives in Apex: both follow test/vectors/handles.json.
 *
 * @param country where a phone number without a country code is from
 */
export function normalizeHandle(kind: HandleKind, raw: string, country: CountryCode = homeCountry): Handle {
  const text = trimmed(raw);
  if (text === '') return { refusal: 'Blank' };
  if (junkWords.has(text.toLowerCase())) return { refusal: 'Junk' };
  if (kind === 'Email') return email(text);
  return kind === 'Phone' ? phone(text, country) : account(text);
}

function trimmed(text: string): string {
  return text.replace(surroundings, '');
}

function email(text: string): Handle {
  const lower = text.toLowerCase();
  const value = trimmed(/^[^<>]*<([^<>]+)>$/.exec(lower)?.[1] ?? lower).replace(/^mailto:/, '');
  if (value.length > maxLength) return { refusal: 'TooLong' };
  const localPart = value.split('@')[0] ?? '';
  if (!address.test(value) || localPart.length > maxLocalPart) return { refusal: 'Malformed' };
  if (junkWords.has(localPart)) return { refusal: 'Junk' };
  return sendersNobodyReads.has(localPart.replace(/[-_.]/g, '')) ? { refusal: 'NoReply' } : { value };
}

function phone(text: string, country: CountryCode): Handle {
  const written = text.replace(/^(?:tel|sms|whatsapp):/i, '');
  const digits = written.replace(/\D/g, '');
  if (text.length > maxWrittenPhone) return { refusal: 'TooLong' };
  if (!/^\+?[\d\s\u2010-\u2013()./-]+$/.test(written) || digits === '') return { refusal: 'Malformed' };
  if (isOneCharacter(digits)) return { refusal: 'Junk' };
  const number = parsePhoneNumberFromString(written, country);
  if (number !== undefined && !knownCallingCodes.has(number.countryCallingCode)) return { refusal: 'UnknownCountry' };
  if (!number || !(number.isValid() || isFictional(number.number))) return { refusal: 'Malformed' };
  const national = String(number.nationalNumber);
  return isOneCharacter(national) || countedUp.has(national) ? { refusal: 'Junk' } : { value: number.number };
}

/** British numbers set aside for invented people: nobody's, and so not valid, but a customer in a story must be found as any other. */
function isFictional(number: string): boolean {
  return /^\+44(?:7700900|1632960)\d{3}$/.test(number);
}

function account(text: string): Handle {
  if (text.length > maxLength) return { refusal: 'TooLong' };
  if (/\s/.test(text) || text.length < minLength) return { refusal: 'Malformed' };
  return isOneCharacter(text) ? { refusal: 'Junk' } : { value: text };
}

/** Such as "0000". */
function isOneCharacter(text: string): boolean {
  return text.length > 0 && text === text.charAt(0).repeat(text.length);
}
