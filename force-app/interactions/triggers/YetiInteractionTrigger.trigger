/** Completes interactions before they are saved, and passes on what they tell. */
trigger YetiInteractionTrigger on Yeti_Interaction__c(before insert, before update, after insert, after update) {
  if (Trigger.isBefore) {
    YetiInteractionMasking.mask(Trigger.new);
    YetiInteractionPreviews.fill(Trigger.new);
    YetiInteractionIdentity.resolve(Trigger.new, Trigger.oldMap);
    YetiCallbacks.ask(Trigger.new);
  } else if (Trigger.isInsert) {
    YetiInteractionFacts.keepAll(Trigger.new);
    YetiCallbacks.settle(Trigger.new);
    YetiArrivals.publish(Trigger.new);
  } else {
    YetiInteractionFacts.follow(Trigger.new, Trigger.oldMap);
  }
}
