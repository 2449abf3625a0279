import type { Schema } from '../schema/types.ts';
import type { Change, Warning } from './plan.ts';

/** Sharing is public read/write here. An object that asks for less deploys, and says what it doesn't get. */
export function sharingWarnings(changes: readonly Change[], schema: Schema): Warning[] {
  return changes.flatMap(({ type, fullName, file, fate }) => {
    const object = type === 'CustomObject' && fate !== 'deleted' ? schema.object(fullName) : undefined;
    if (object?.kind !== 'custom' || ['ReadWrite', 'ControlledByParent'].includes(object.sharingModel)) return [];
    const message = `The sharing model ${object.sharingModel} is not enforced: in the local org all records are public read/write`;
    return { type, fullName, file, message };
  });
}
