import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  randomUUID,
  sign,
  timingSafeEqual,
  verify
} from 'node:crypto';
import {
  ApexBlob,
  IllegalArgumentException,
  InvalidParameterValueException,
  NullPointerException,
  SecurityException,
  StringException
} from '../runtime/index.ts';
import { hashText, type Comparing } from '../runtime/equality.ts';
import { apexClass } from './declare.ts';
import { withoutNulls } from './nulls.ts';

const blob = (bytes: Uint8Array): ApexBlob => new ApexBlob(bytes);

/** The platform's name of an algorithm as Node knows it. */
function digestName(algorithm: string): string {
  const name = algorithm.toLowerCase().replace(/^hmac/, '').replace(/[-_]/g, '');
  if (!['md5', 'sha1', 'sha256', 'sha512', 'sha3256', 'sha3384', 'sha3512'].includes(name)) {
    throw new SecurityException(`Algorithm not supported: ${algorithm}`);
  }
  return name.replace(/^sha3(?=256|384|512)/, 'sha3-');
}

const signatureDigest = (algorithm: string): string => digestName(algorithm.replace(/^(RSA|ECDSA)-?/i, '') || 'SHA1');

function cipherName(algorithm: string, key: ApexBlob): string {
  const bits = /^AES(128|192|256)$/i.exec(algorithm)?.[1];
  if (bits === undefined) throw new InvalidParameterValueException(`Invalid algorithm name: ${algorithm}`);
  if (key.size * 8 !== Number(bits))
    throw new InvalidParameterValueException(`Invalid private key. Must be ${String(Number(bits) / 8)} bytes.`);
  return `aes-${bits}-cbc`;
}

function encrypt(algorithm: string, key: ApexBlob, vector: ApexBlob, data: ApexBlob): ApexBlob {
  const cipher = createCipheriv(cipherName(algorithm, key), key.bytes, vector.bytes);
  return blob(Buffer.concat([cipher.update(data.bytes), cipher.final()]));
}

function decrypt(algorithm: string, key: ApexBlob, vector: ApexBlob, data: ApexBlob): ApexBlob {
  const decipher = createDecipheriv(cipherName(algorithm, key), key.bytes, vector.bytes);
  try {
    return blob(Buffer.concat([decipher.update(data.bytes), decipher.final()]));
  } catch {
    throw new SecurityException('Given final block not properly padded');
  }
}

const mac = (algorithm: string, input: ApexBlob, key: ApexBlob): ApexBlob =>
  blob(createHmac(digestName(algorithm), key.bytes).update(input.bytes).digest());

const cryptoType = apexClass(
  'Crypto',
  withoutNulls({
    'static Blob generateDigest(String algorithm, Blob input)': (algorithm: string, input: ApexBlob) =>
      blob(createHash(digestName(algorithm)).update(input.bytes).digest()),
    'static Blob generateMac(String algorithm, Blob input, Blob key)': mac,
    'static Boolean verifyHMac(String algorithm, Blob input, Blob key, Blob expected)': (
      algorithm: string,
      input: ApexBlob,
      key: ApexBlob,
      expected: ApexBlob
    ) => {
      const actual = mac(algorithm, input, key);
      return actual.size === expected.size && timingSafeEqual(actual.bytes, expected.bytes);
    },
    'static Blob generateAesKey(Integer bits)': (bits: number) => {
      if (![128, 192, 256].includes(bits))
        throw new InvalidParameterValueException(`Invalid key size: ${String(bits)}`);
      return blob(randomBytes(bits / 8));
    },
    'static Blob encrypt(String algorithm, Blob key, Blob vector, Blob data)': encrypt,
    'static Blob decrypt(String algorithm, Blob key, Blob vector, Blob data)': decrypt,
    'static Blob encryptWithManagedIV(String algorithm, Blob key, Blob data)': (
      algorithm: string,
      key: ApexBlob,
      data: ApexBlob
    ) => {
      const vector = blob(randomBytes(16));
      return blob(Buffer.concat([vector.bytes, encrypt(algorithm, key, vector, data).bytes]));
    },
    'static Blob decryptWithManagedIV(String algorithm, Blob key, Blob data)': (
      algorithm: string,
      key: ApexBlob,
      data: ApexBlob
    ) => decrypt(algorithm, key, blob(data.bytes.subarray(0, 16)), blob(data.bytes.subarray(16))),
    'static Blob sign(String algorithm, Blob input, Blob key)': (algorithm: string, input: ApexBlob, key: ApexBlob) =>
      blob(
        sign(
          signatureDigest(algorithm),
          input.bytes,
          createPrivateKey({ key: Buffer.from(key.bytes), format: 'der', type: 'pkcs8' })
        )
      ),
    'static Boolean verify(String algorithm, Blob input, Blob signature, Blob key)': (
      algorithm: string,
      input: ApexBlob,
      signature: ApexBlob,
      key: ApexBlob
    ) =>
      verify(
        signatureDigest(algorithm),
        input.bytes,
        createPublicKey({ key: Buffer.from(key.bytes), format: 'der', type: 'spki' }),
        signature.bytes
      ),
    'static Integer getRandomInteger()': () => randomBytes(4).readInt32BE(),
    'static Long getRandomLong()': () => randomBytes(8).readBigInt64BE()
  })
);

const encodingUtil = apexClass(
  'EncodingUtil',
  withoutNulls({
    'static String base64Encode(Blob data)': (data: ApexBlob) => Buffer.from(data.bytes).toString('base64'),
    'static Blob base64Decode(String text)': (text: string) => {
      if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) throw new StringException('Unrecognized base64 character');
      return blob(Buffer.from(text, 'base64'));
    },
    'static String convertToHex(Blob data)': (data: ApexBlob) => Buffer.from(data.bytes).toString('hex'),
    'static Blob convertFromHex(String text)': (text: string) => {
      if (!/^([0-9a-fA-F]{2})*$/.test(text))
        throw new InvalidParameterValueException(`Invalid hexadecimal text: ${text}`);
      return blob(Buffer.from(text, 'hex'));
    },
    'static String urlEncode(String text, String charset)': (text: string, charset: string) => {
      checkCharset(charset);
      return encodeURIComponent(text)
        .replace(/%20/g, '+')
        .replace(/[!'()~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
    },
    'static String urlDecode(String text, String charset)': (text: string, charset: string) => {
      checkCharset(charset);
      try {
        return decodeURIComponent(text.replace(/\+/g, ' '));
      } catch {
        throw new IllegalArgumentException('URLDecoder: Illegal hex characters in escape (%) pattern');
      }
    }
  })
);

function checkCharset(charset: string): void {
  if (!/^utf-?8$/i.test(charset)) throw new InvalidParameterValueException(`Unsupported encoding: ${charset}`);
}

const blobType = apexClass('Blob', {
  'static Blob valueOf(String text)': (text: string | null) => {
    if (text === null) throw new NullPointerException('Argument cannot be null.');
    return ApexBlob.ofText(text);
  },
  'String toString()': (self: ApexBlob) => {
    const text = self.toText();
    if (text.includes('\ufffd')) throw new StringException('BLOB is not a valid UTF-8 string');
    return text;
  },
  'Integer size()': (self: ApexBlob) => self.size
});

/** `UUID` */
class ApexUuid implements Comparing {
  readonly apexType = 'UUID';
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  equalTo(other: unknown): boolean {
    return other instanceof ApexUuid && other.text === this.text;
  }

  hash(): number {
    return hashText(this.text);
  }

  toString(): string {
    return this.text;
  }
}

const uuidType = apexClass('UUID', {
  'static UUID randomUUID()': () => new ApexUuid(randomUUID()),
  'static UUID fromString(String text)': (text: string | null) => {
    if (text === null || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
      throw new IllegalArgumentException(`Invalid UUID string: ${String(text)}`);
    return new ApexUuid(text.toLowerCase());
  },
  'String toString()': (self: ApexUuid) => self.text
});

export const encodingTypes = [cryptoType, encodingUtil, blobType, uuidType];
