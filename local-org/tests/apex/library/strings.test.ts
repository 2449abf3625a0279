import { test } from 'vitest';
import { apexOrg } from '../compiler/support.ts';
import { expectValues } from './support.ts';

const org = apexOrg();

test('strings are cut where the reference says', () => {
  expectValues(org, {
    "'hamburger'.substring(4, 8)": 'urge',
    "'abc'.substring(2, 1)": 'System.StringException: Ending position out of bounds: 1',
    "'abcde'.left(2) + '|' + 'abcde'.right(2) + '|' + 'abcde'.mid(1, 3)": 'ab|de|bcd',
    "'Force.com.force'.substringAfter('.')": 'com.force',
    "'Force.com.force'.substringAfterLast('.')": 'force',
    "'Force.com.force'.substringBefore('.')": 'Force',
    "'Force.com.force'.substringBeforeLast('.')": 'Force.com',
    "'tagYellowtag'.substringBetween('tag')": 'Yellow',
    "'xYellowy'.substringBetween('(', ')')": 'null',
    "'Hello Maximillian'.abbreviate(8)": 'Hello...',
    "'Hi'.abbreviate(8)": 'Hi',
    "'Hello Maximillian'.abbreviate(3)": 'System.IllegalArgumentException: Minimum abbreviation width is 4',
    "'hello hello'.removeStart('he') + 'hello hello'.removeEnd('LO')": 'llo hellohello hello',
    "'hello hello'.removeEndIgnoreCase('LO')": 'hello hel',
    "'a  b\\n c '.normalizeSpace() + '|'": 'a b c|',
    "'abcd'.getChars()": '(97, 98, 99, 100)'
  });
});

test('split follows Java: no empty texts at the end', () => {
  expectValues(org, {
    "'a:b::c::'.split(':')": '(a, b, , c)',
    "'a:b::c::'.split(':', -1)": '(a, b, , c, , )',
    "'a:b:c'.split(':', 2)": '(a, b:c)',
    "'abc'.split('')": '(a, b, c)',
    "'boo:and:foo'.split('o')": '(b, , :and:f)',
    "'no'.split(',')": '(no)',
    "'a.b'.split('\\\\.')": '(a, b)',
    "'a1b22c'.split('\\\\d+')": '(a, b, c)',
    "'fooBarBaz9'.splitByCharacterTypeCamelCase()": '(foo, Bar, Baz, 9)',
    "'Lightning.platform'.splitByCharacterType()": '(L, ightning, ., platform)'
  });
});

test('search and comparison', () => {
  expectValues(org, {
    "'abc'.compareTo('abd') < 0": 'true',
    "'abcde'.compareTo('abc')": '2',
    "'aBc'.equalsIgnoreCase('AbC')": 'true',
    "'abc'.equals('ABC')": 'false',
    "'abc' == 'ABC'": 'true',
    "'abc'.contains(null)": 'System.NullPointerException: Argument 1 cannot be null',
    "'Hello'.containsIgnoreCase('LL')": 'true',
    "'abc'.indexOf('c', 5)": '-1',
    "'abcabc'.lastIndexOf('c', 4)": '2',
    "'hello'.countMatches('l')": '2',
    "'abc'.difference('abxyz')": 'xyz',
    "'abc'.getLevenshteinDistance('adce')": '2',
    "'abc'.hashCode()": '96354',
    "'  \\t'.isWhitespace()": 'true',
    "'12a'.isNumeric()": 'false',
    "''.isAlpha()": 'false',
    "String.isBlank('  ')": 'true',
    "String.isEmpty('  ')": 'false',
    'String.isNotBlank(null)': 'false',
    "String.getCommonPrefix(new List<String>{'interview', 'internet'})": 'inter'
  });
});

test('changes, padding and escapes', () => {
  expectValues(org, {
    "'salesforce'.capitalize() + 'ABC'.uncapitalize()": 'SalesforceaBC',
    "'Force.com'.swapCase()": 'fORCE.COM',
    "'ab'.leftPad(5) + '|' + 'ab'.rightPad(5, 'xy') + '|' + 'ab'.center(6, '*')": '   ab|abxyx|**ab**',
    "'a.b.c'.replace('.', '$1')": 'a$1b$1c',
    "'a1b2'.replaceAll('([a-z])(\\\\d)', '$2$1')": '1a2b',
    "'a1b2'.replaceFirst('\\\\d', '#')": 'a#b2',
    "'ab'.repeat(3) + 'ab'.repeat('-', 3)": 'abababab-ab-ab',
    "'abc'.reverse()": 'cba',
    '\'Max1, "Max2"\'.escapeCsv()': '"Max1, ""Max2"""',
    '\'<p>"Éa" & b</p>\'.escapeHtml4()': '&lt;p&gt;&quot;&Eacute;a&quot; &amp; b&lt;/p&gt;',
    "'&lt;&#233;&nope;&euro;'.unescapeHtml4()": '<é&nope;€',
    "'a\\'b'.escapeXml()": 'a&apos;b',
    "String.escapeSingleQuotes('O\\'Neil')": "O\\'Neil",
    "'<b>bold</b> text'.stripHtmlTags()": 'bold text',
    "'zażółć'.escapeUnicode()": 'za\\u017C\\u00F3\\u0142\\u0107',
    '\'He said "hi"/\'.escapeEcmaScript()': 'He said \\"hi\\"\\/'
  });
});

test('valueOf, format and join', () => {
  expectValues(org, {
    'String.valueOf(null)': 'null',
    'String.valueOf(1.50)': '1.50',
    'String.valueOf(1000000000.5d)': '1.0000000005E9',
    'String.valueOf(Date.newInstance(2026, 3, 1))': '2026-03-01',
    "'' + Date.newInstance(2026, 3, 1)": '2026-03-01 00:00:00',
    "'' + null": 'null',
    "String.format('{0} of {1}: it\\'\\'s {2}', new List<Object>{ 1, 'two', null })": "1 of two: it's null",
    "String.format('\\'{0}\\' {0}', new List<String>{ 'x' })": '{0} x',
    "String.join(new List<Integer>{ 1, 2 }, '; ')": '1; 2',
    "String.join(new Set<String>{ 'b', 'a' }, '')": 'ba'
  });
});

test('Pattern and Matcher', () => {
  expectValues(org, {
    "Pattern.matches('a*b', 'aaaab')": 'true',
    "Pattern.matches('a*b', 'aaaabc')": 'false',
    "Pattern.compile('(\\\\w+)@(\\\\w+)').matcher('joe@home').matches()": 'true',
    "Pattern.compile('[').matcher('x').find()":
      'System.StringException: Invalid regex: Invalid regular expression: /[/gu: Unterminated character class',
    "Pattern.compile('(a)(b)?').matcher('a').groupCount()": '2',
    "Pattern.compile('\\\\p{Alpha}+').matcher('12ab').replaceAll('<$0>')": '12<ab>',
    "Pattern.quote('a.b').length() > 3": 'true',
    "'x-1'.replaceAll('[\\\\-\\\\d]', '.')": 'x..'
  });
});

test('encodings and digests', () => {
  expectValues(org, {
    "EncodingUtil.base64Encode(Blob.valueOf('Zażółć'))": 'WmHFvMOzxYLEhw==',
    "EncodingUtil.base64Decode('aGk=').toString()": 'hi',
    "EncodingUtil.convertToHex(Blob.valueOf('AZ'))": '415a',
    "EncodingUtil.urlEncode('a b&c=ć', 'UTF-8')": 'a+b%26c%3D%C4%87',
    "EncodingUtil.urlDecode('a+b%26', 'UTF-8')": 'a b&',
    "EncodingUtil.convertToHex(Crypto.generateDigest('SHA-256', Blob.valueOf('abc')))":
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    "EncodingUtil.convertToHex(Crypto.generateDigest('MD5', Blob.valueOf('')))": 'd41d8cd98f00b204e9800998ecf8427e',
    "EncodingUtil.convertToHex(Crypto.generateMac('HmacSHA256', Blob.valueOf('data'), Blob.valueOf('key')))":
      '5031fe3d989c6d1537a013fa6e739da23463fdaec3b70137d828e36ace221bd0',
    "Crypto.generateDigest('SHA-9', Blob.valueOf('a'))": 'System.SecurityException: Algorithm not supported: SHA-9',
    "Crypto.decryptWithManagedIV('AES256', Blob.valueOf('01234567890123456789012345678901'), Crypto.encryptWithManagedIV('AES256', Blob.valueOf('01234567890123456789012345678901'), Blob.valueOf('secret'))).toString()":
      'secret',
    "Blob.valueOf('abc').size()": '3',
    'UUID.randomUUID().toString().length()': '36'
  });
});
