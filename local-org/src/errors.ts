/**
 * An error the platform would answer with: a status code of its API and one sentence.
 * Everything a client did wrong is reported with this class; any other error is a fault of ours (HTTP 500).
 */
export class OrgError extends Error {
  readonly code: string;
  readonly fields: readonly string[];

  /** @param code the platform's status code, e.g. `REQUIRED_FIELD_MISSING`, `INVALID_FIELD`, `MALFORMED_QUERY` */
  constructor(code: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.name = 'OrgError';
    this.code = code;
    this.fields = fields;
  }
}

/** What the local org knowingly does not do. Names the construct; never replaced by a plausible default. */
export class UnsupportedError extends OrgError {
  constructor(construct: string) {
    super('UNSUPPORTED', `The local org does not support ${construct}`);
    this.name = 'UnsupportedError';
  }
}

/** A fault in a deployed file, with its place: lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
