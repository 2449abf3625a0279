/** Keeps what happened when contacts go or come back. Beside YetiContactTrigger: that room knows nothing of interactions. */
trigger YetiContactHistoryTrigger on Contact(before delete, after delete, after undelete) {
  if (Trigger.isBefore) {
    YetiContactHistory.remember(Trigger.old);
  } else if (Trigger.isDelete) {
    YetiContactHistory.settle(Trigger.old);
  } else {
    YetiContactHistory.restore(Trigger.new);
  }
}
