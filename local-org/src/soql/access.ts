import { OrgError } from '../errors.ts';
import type { Access } from '../security/types.ts';
import type { Query } from './ast.ts';
import type { Need } from './planning.ts';
import { noSuchColumn, noSuchObject } from './refusals.ts';

/** Refuses a query that touches an object or field the user can't read, as if it were not there. */
export function checkAccess(needs: readonly Need[], access: Access, mode: Query['mode']): void {
  for (const { object, field, selected } of needs) {
    if (mode === 'SECURITY_ENFORCED') {
      if (!selected) continue;
      const isReadable = field === undefined ? access.object(object).read : access.fieldReadable(object, field);
      if (!isReadable)
        throw new OrgError(
          'INSUFFICIENT_ACCESS',
          `Insufficient permissions: secure query included inaccessible field ${field === undefined ? object : `${object}.${field}`}`
        );
    } else if (field === undefined) {
      if (!access.object(object).read) throw noSuchObject(object);
    } else if (!access.fieldReadable(object, field))
      throw new OrgError('INVALID_FIELD', noSuchColumn(field, object), [field]);
  }
}
