import { OrgError } from '../errors.ts';
import type { ObjectDef } from '../schema/types.ts';
import type { Transaction } from './types.ts';

const slot = Symbol('kinds of objects saved');

interface SavedKinds {
  setup: string | undefined;
  other: string | undefined;
}

/** Setup objects and others are not saved in one transaction. @throws OrgError MIXED_DML_OPERATION */
export function checkMixing(transaction: Transaction, object: ObjectDef): void {
  const kinds = transaction.slot<SavedKinds>(slot, () => ({ setup: undefined, other: undefined }));
  const before = object.setup ? kinds.other : kinds.setup;
  if (before !== undefined) {
    throw new OrgError(
      'MIXED_DML_OPERATION',
      `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${object.name}, original object: ${before}`
    );
  }
  if (object.setup) kinds.setup = object.name;
  else kinds.other = object.name;
}

/** Runs `work` as if nothing had been saved yet: Apex tests mix kinds inside `System.runAs`. */
export function withFreshKinds<T>(transaction: Transaction, work: () => T): T {
  const kinds = transaction.slot<SavedKinds>(slot, () => ({ setup: undefined, other: undefined }));
  const { setup, other } = kinds;
  kinds.setup = kinds.other = undefined;
  try {
    return work();
  } finally {
    kinds.setup = setup;
    kinds.other = other;
  }
}
