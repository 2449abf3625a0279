import type { ObjectDef } from '../types.ts';
import { event, eventRelation, task, taskRelation } from './activities.ts';
import { asset } from './assets.ts';
import { caseComment, caseObject } from './cases.ts';
import { apexClass, apexTrigger, asyncApexJob, cronJobDetail, cronTrigger, staticResource } from './code.ts';
import { account, contact } from './customers.ts';
import { group, groupMember, queueSobject } from './groups.ts';
import { emailMessage, emailMessageRelation } from './mail.ts';
import { order, orderItem, pricebook, pricebookEntry, product } from './orders.ts';
import {
  customPermission,
  fieldPermissions,
  objectPermissions,
  permissionSet,
  permissionSetAssignment,
  permissionSetGroup,
  permissionSetGroupComponent,
  setupEntityAccess
} from './permissions.ts';
import { businessHours, name, organization, profile, recordType, user, userLicense, userRole } from './users.ts';

/** The standard objects of the local org. */
export const standardObjects: readonly ObjectDef[] = [
  account,
  contact,
  caseObject,
  caseComment,
  emailMessage,
  emailMessageRelation,
  task,
  taskRelation,
  event,
  eventRelation,
  asset,
  order,
  orderItem,
  product,
  pricebook,
  pricebookEntry,
  user,
  userRole,
  userLicense,
  profile,
  permissionSet,
  permissionSetAssignment,
  permissionSetGroup,
  permissionSetGroupComponent,
  objectPermissions,
  fieldPermissions,
  setupEntityAccess,
  customPermission,
  group,
  groupMember,
  queueSobject,
  organization,
  recordType,
  businessHours,
  apexClass,
  apexTrigger,
  staticResource,
  asyncApexJob,
  cronTrigger,
  cronJobDetail,
  name
];
