/** Languages, locales, time zones and encodings a user or an organization may have. */

export const languages = [
  'en_US=English',
  'de=German',
  'es=Spanish',
  'fr=French',
  'it=Italian',
  'ja=Japanese',
  'sv=Swedish',
  'ko=Korean',
  'zh_TW=Chinese (Traditional)',
  'zh_CN=Chinese (Simplified)',
  'pt_BR=Portuguese (Brazil)',
  'nl_NL=Dutch',
  'da=Danish',
  'th=Thai',
  'fi=Finnish',
  'ru=Russian',
  'es_MX=Spanish (Mexico)',
  'no=Norwegian',
  'pl=Polish',
  'cs=Czech',
  'uk=Ukrainian',
  'en_GB=English (UK)'
];

export const locales = [
  'en_US=English (United States)',
  'en_GB=English (United Kingdom)',
  'en_IE=English (Ireland)',
  'pl_PL=Polish (Poland)',
  'de_DE=German (Germany)',
  'de_AT=German (Austria)',
  'de_CH=German (Switzerland)',
  'fr_FR=French (France)',
  'es_ES=Spanish (Spain)',
  'it_IT=Italian (Italy)',
  'nl_NL=Dutch (Netherlands)',
  'cs_CZ=Czech (Czechia)',
  'uk_UA=Ukrainian (Ukraine)',
  'sv_SE=Swedish (Sweden)',
  'ja_JP=Japanese (Japan)'
];

/** Every IANA zone this machine knows, and the platform's default. */
export const timeZones: readonly string[] = [...new Set(['GMT', 'UTC', ...Intl.supportedValuesOf('timeZone')])];

export const encodings = ['UTF-8=Unicode (UTF-8)*', 'ISO-8859-1=General US & Western Europe (ISO-8859-1, ISO-LATIN-1)'];
