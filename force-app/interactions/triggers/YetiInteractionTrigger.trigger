/** Completes interactions before they are saved. */
trigger YetiInteractionTrigger on Yeti_Interaction__c(before insert, before update) {
  YetiInteractionPreviews.fill(Trigger.new);
}
