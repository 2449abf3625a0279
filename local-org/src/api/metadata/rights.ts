import { OrgError } from '../../errors.ts';
import type { Org } from '../../org.ts';

/** Only who may change metadata deploys, retrieves and lists it. @throws OrgError */
export function requireDeployRight(org: Org, userId: string): void {
  const access = org.accessOf(userId);
  if (!access.userPermission('ModifyMetadata') && !access.userPermission('ModifyAllData')) {
    throw new OrgError('INSUFFICIENT_ACCESS', 'Deploying needs the permission ModifyMetadata or ModifyAllData');
  }
}
