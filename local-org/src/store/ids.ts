const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const checksumDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The three characters that make a case-sensitive id of 15 characters safe where case is lost. */
function checksum(id: string): string {
  let suffix = '';
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let place = 0; place < 5; place++) {
      const code = id.charCodeAt(chunk + place);
      if (code >= 65 && code <= 90) bits |= 1 << place;
    }
    suffix += checksumDigits.charAt(bits);
  }
  return suffix;
}

function base62(number: number, width: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) text = digits.charAt(rest % 62) + text;
  return text.padStart(width, '0');
}

/** The id of the `number`th record under a key prefix. Ids of one prefix sort in the order of their numbers. */
export function idOf(keyPrefix: string, number: number): string {
  const id = keyPrefix + base62(number, 12);
  return id + checksum(id);
}

/** The 18 characters of an id given with 15 or 18, or undefined if the text can't be an id. */
export function fullId(text: string): string | undefined {
  if (text.length === 15) return /^[0-9A-Za-z]{15}$/.test(text) ? text + checksum(text) : undefined;
  if (text.length !== 18 || !/^[0-9A-Za-z]{18}$/.test(text)) return undefined;
  if (checksum(text.slice(0, 15)) === text.slice(15)) return text;
  return restoreCase(text);
}

/** An id whose letters lost their case still tells it in its checksum. */
function restoreCase(text: string): string | undefined {
  let id = '';
  for (let place = 0; place < 15; place++) {
    const bits = checksumDigits.indexOf(text.charAt(15 + Math.floor(place / 5)).toUpperCase());
    const letter = text.charAt(place);
    id += bits & (1 << (place % 5)) ? letter.toUpperCase() : letter.toLowerCase();
  }
  const suffix = checksum(id);
  return suffix === text.slice(15).toUpperCase() ? id + suffix : undefined;
}
