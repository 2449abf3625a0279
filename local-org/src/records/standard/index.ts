import { groupMemberBehaviour, permissionSetAssignmentBehaviour } from './assignments.ts';
import type { Behaviour } from './behaviour.ts';
import { caseBehaviour } from './cases.ts';
import { emailMessageBehaviour } from './emails.ts';
import { eventBehaviour } from './events.ts';
import { orderBehaviour, orderItemBehaviour } from './orders.ts';
import { pendingRoutingBehaviour, skillRequirementBehaviour } from './routing.ts';
import { taskBehaviour } from './tasks.ts';

const behaviours: ReadonlyMap<string, Behaviour> = new Map([
  ['Case', caseBehaviour],
  ['Task', taskBehaviour],
  ['Event', eventBehaviour],
  ['Order', orderBehaviour],
  ['OrderItem', orderItemBehaviour],
  ['EmailMessage', emailMessageBehaviour],
  ['PendingServiceRouting', pendingRoutingBehaviour],
  ['SkillRequirement', skillRequirementBehaviour],
  ['PermissionSetAssignment', permissionSetAssignmentBehaviour],
  ['GroupMember', groupMemberBehaviour]
]);

/** The platform's own behaviour of an object, if it has one. */
export function behaviourOf(object: string): Behaviour | undefined {
  return behaviours.get(object);
}
