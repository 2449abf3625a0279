/** Formats of a locale as `@salesforce/i18n` gives them, found out from the browser's own knowledge. */
export function deriveFormats(user: {
  readonly language: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
}): Readonly<Record<string, unknown>> {
  const locale = user.locale.replace('_', '-');
  const language = user.language.replace('_', '-');
  const symbols = numberSymbols(locale, user.currency);
  const date = (style: DateStyle) => datePattern(locale, { dateStyle: style });
  const time = (style: DateStyle) => datePattern(locale, { timeStyle: style });
  const both = (dateStyle: DateStyle, timeStyle: DateStyle) => datePattern(locale, { dateStyle, timeStyle });
  return {
    lang: language,
    locale,
    dir: direction(language),
    timeZone: user.timeZone,
    currency: user.currency,
    firstDayOfWeek: firstDayOfWeek(locale),
    defaultCalendar: 'gregorian',
    defaultNumberingSystem: 'latn',
    showJapaneseCalendar: false,
    'dateTime.shortDateFormat': date('short').replace(/\byy\b/, 'yyyy'),
    'dateTime.mediumDateFormat': date('medium'),
    'dateTime.longDateFormat': date('long'),
    'dateTime.shortTimeFormat': time('short'),
    'dateTime.mediumTimeFormat': time('medium'),
    'dateTime.shortDateTimeFormat': both('short', 'short').replace(/\byy\b/, 'yyyy'),
    'dateTime.mediumDateTimeFormat': both('medium', 'medium'),
    'dateTime.longDateTimeFormat': both('long', 'medium'),
    'number.numberFormat': '#,##0.###',
    'number.percentFormat': locale.startsWith('en') ? '#,##0%' : '#,##0 %',
    'number.currencyFormat': symbols.currencyFirst ? '¤#,##0.00' : '#,##0.00 ¤',
    'number.currencySymbol': symbols.currency,
    'number.groupingSeparator': symbols.group,
    'number.decimalSeparator': symbols.decimal,
    'number.percentSign': '%',
    'number.plusSign': '+',
    'number.minusSign': '-',
    'number.exponentialSign': 'E',
    'number.superscriptingExponentSign': '×',
    'number.perMilleSign': '‰',
    'number.infinity': '∞',
    'number.nan': 'NaN'
  };
}

type DateStyle = 'short' | 'medium' | 'long';

/** Writing direction of a language. */
export function direction(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|iw|ur|yi)\b/.test(language) ? 'rtl' : 'ltr';
}

/** A pattern such as `M/d/yyyy h:mm a`, read off a formatted sample. */
function datePattern(locale: string, style: Intl.DateTimeFormatOptions): string {
  const sample = new Date(2001, 10, 9, 16, 5, 7);
  const format = new Intl.DateTimeFormat(locale, style);
  const twelve = format.resolvedOptions().hour12 === true;
  return format
    .formatToParts(sample)
    .map(({ type, value }) => partPattern(type, value, twelve))
    .join('');
}

function partPattern(type: Intl.DateTimeFormatPartTypes, value: string, twelve: boolean): string {
  const hour = twelve ? 'h' : 'H';
  switch (type) {
    case 'year':
      return value.length === 4 ? 'yyyy' : 'yy';
    case 'month':
      return monthPattern(value);
    case 'day':
      return value.length === 1 ? 'd' : 'dd';
    case 'hour':
      return value.length === 1 || twelve ? hour : hour.repeat(2);
    case 'minute':
      return 'mm';
    case 'second':
      return 'ss';
    case 'dayPeriod':
      return 'a';
    default:
      return /[A-Za-zÀ-ž]/.test(value) ? `'${value}'` : value.replace(/[\u202f\u00a0]/g, ' ');
  }
}

function monthPattern(value: string): string {
  if (/^\d+$/.test(value)) return value.length === 1 ? 'M' : 'MM';
  return value.replace('.', '').length <= 3 ? 'MMM' : 'MMMM';
}

/** Sunday is 1, as on the platform. */
function firstDayOfWeek(locale: string): number {
  const described = new Intl.Locale(locale);
  const week = 'getWeekInfo' in described && typeof described.getWeekInfo === 'function' ? described.getWeekInfo() : {};
  return typeof week.firstDay === 'number' ? (week.firstDay % 7) + 1 : 1;
}

function numberSymbols(locale: string, currency: string) {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(12345678.9);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return {
    group: find('group'),
    decimal: find('decimal'),
    currency: find('currency'),
    currencyFirst:
      parts.findIndex(({ type }) => type === 'currency') < parts.findIndex(({ type }) => type === 'integer')
  };
}
