/** Keeps promises and the deadlines of their cases true. */
trigger YetiPromiseTrigger on Yeti_Promise__c(
  before insert,
  before update,
  after insert,
  after update,
  after delete,
  after undelete
) {
  if (Trigger.isBefore) {
    YetiPromises.stamp(Trigger.new);
  } else if (Trigger.isUpdate) {
    YetiPromises.updateDeadlines(Trigger.new, Trigger.oldMap);
  } else {
    YetiPromises.updateDeadlines(Trigger.new ?? Trigger.old, null);
  }
}
