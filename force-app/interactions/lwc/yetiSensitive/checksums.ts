// Whether numbers are what they look like. The arguments are digits and capital letters alone.

const peselWeights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
const nipWeights = [6, 5, 7, 2, 3, 4, 5, 6, 7];
const idCardWeights = [7, 3, 1, 9, 7, 3, 1, 7, 3];
const passportWeights = [7, 3, 9, 1, 7, 3, 1, 7, 3];
/** Months of a PESEL are raised by so much in these centuries. */
const centuryByRaise: ReadonlyMap<number, number> = new Map([
  [80, 1800],
  [0, 1900],
  [20, 2000],
  [40, 2100],
  [60, 2200]
]);

/** Digits of a payment card: prefix and length of a known network, and the Luhn check digit. */
export function isCard(digits: string): boolean {
  return isNetwork(digits) && isLuhn(digits);
}

/** Country, check digits and account number of an IBAN, of the length of its country. */
export function isIban(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = valueOf(character);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Eleven digits of a PESEL: a birth date that exists, and the check digit. */
export function isPesel(digits: string): boolean {
  const raised = Number(digits.slice(2, 4));
  const month = raised % 20;
  const century = centuryByRaise.get(raised - month);
  const day = Number(digits.slice(4, 6));
  if (century === undefined || month < 1 || month > 12 || day < 1) return false;
  const check = (10 - (sum(digits, peselWeights) % 10)) % 10;
  return day <= daysInMonth(century + Number(digits.slice(0, 2)), month) && check === Number(digits.slice(-1));
}

/** Ten digits of a NIP. */
export function isNip(digits: string): boolean {
  return !digits.startsWith('0') && sum(digits, nipWeights) % 11 === Number(digits.slice(-1));
}

/** A Polish ID card (three letters, six digits) or passport (two letters, seven digits). */
export function isDocument(letters: string, digits: string): boolean {
  return sum(letters + digits, letters.length === 3 ? idCardWeights : passportWeights) % 10 === 0;
}

function isNetwork(digits: string): boolean {
  const { length } = digits;
  const four = Number(digits.slice(0, 4));
  const two = Math.floor(four / 100);
  if (digits.startsWith('4')) return [13, 16, 19].includes(length);
  if (isBetween(two, 51, 55) || isBetween(four, 2221, 2720)) return length === 16;
  if (two === 34 || two === 37) return length === 15;
  if ([36, 38, 39].includes(two) || isBetween(four, 3000, 3059)) return [14, 16, 19].includes(length);
  const isOther =
    isBetween(four, 3528, 3589) ||
    [50, 58, 62, 63, 65, 67].includes(two) ||
    four === 6011 ||
    isBetween(four, 6440, 6499);
  return isOther && length >= 16;
}

function isLuhn(digits: string): boolean {
  const values = Array.from(digits, Number).reverse();
  const total = values.reduce((before, digit, place) => {
    const value = place % 2 === 1 ? digit * 2 : digit;
    return before + (value > 9 ? value - 9 : value);
  }, 0);
  return total % 10 === 0;
}

function sum(characters: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, place) => total + valueOf(characters.charAt(place)) * weight, 0);
}

/** 0 to 9 of digits, 10 to 35 of letters. */
function valueOf(character: string): number {
  return parseInt(character, 36);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
