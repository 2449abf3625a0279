/** Keeps the identities of contacts in step: when addresses change, and when contacts are deleted, merged or restored. */
trigger YetiContactTrigger on Contact(after insert, after update, before delete, after delete, after undelete) {
  if (Trigger.isBefore) {
    YetiContactRemoval.remember(Trigger.old);
  } else if (Trigger.isDelete) {
    YetiContactRemoval.settle(Trigger.old);
  } else {
    YetiContactIdentities.follow(Trigger.new, Trigger.oldMap);
  }
}
