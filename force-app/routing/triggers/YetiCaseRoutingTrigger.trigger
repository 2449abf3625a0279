/** Asks for routing when cases are saved. Beside other triggers on Case: their rooms know nothing of routing. */
trigger YetiCaseRoutingTrigger on Case(after insert, after update, after delete, after undelete) {
  if (Trigger.isDelete) {
    YetiCaseRouting.stop(Trigger.old);
  } else if (Trigger.isUpdate) {
    YetiCaseRouting.follow(Trigger.new, Trigger.oldMap);
  } else {
    YetiCaseRouting.start(Trigger.new);
  }
}
