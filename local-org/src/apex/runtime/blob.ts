/** A Blob: bytes. */
export class ApexBlob {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  static ofText(text: string): ApexBlob {
    return new ApexBlob(Buffer.from(text, 'utf8'));
  }

  get size(): number {
    return this.bytes.length;
  }

  /** The bytes read as UTF-8. */
  toText(): string {
    return Buffer.from(this.bytes).toString('utf8');
  }

  toString(): string {
    return `Blob[${String(this.size)}]`;
  }

  hashKey(): string {
    return `\u0000blob:${Buffer.from(this.bytes).toString('base64')}`;
  }
}
