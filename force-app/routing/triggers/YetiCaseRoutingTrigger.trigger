/** Asks for routing when cases are saved. Beside other triggers on Case: their rooms know nothing of routing. */
trigger YetiCaseRoutingTrigger on Case(before insert, after insert, after update, after delete, after undelete) {
  if (Trigger.isBefore) {
    YetiCaseRouting.mark(Trigger.new);
  } else if (Trigger.isDelete) {
    YetiCaseRouting.stop(Trigger.old);
  } else if (Trigger.isUpdate) {
    YetiCaseRouting.follow(Trigger.new, Trigger.oldMap);
  } else {
    YetiCaseRouting.start(Trigger.new);
  }
}
