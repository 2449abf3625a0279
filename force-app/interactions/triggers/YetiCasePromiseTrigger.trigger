/** Makes and settles the promises that policies demand for cases. */
trigger YetiCasePromiseTrigger on Case(after insert, after update) {
  if (Trigger.isInsert) {
    YetiCasePromises.apply(Trigger.new);
  } else {
    YetiCasePromises.follow(Trigger.new, Trigger.oldMap);
  }
}
