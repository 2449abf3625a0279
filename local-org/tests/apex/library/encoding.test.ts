import { test } from 'vitest';
import { apexOrg } from '../compiler/support.ts';
import { expectValues } from './support.ts';

const org = apexOrg();

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
