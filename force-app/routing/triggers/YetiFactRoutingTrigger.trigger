/** Has rules look again at what customers told. Beside YetiFactTrigger: its room knows nothing of routing. */
trigger YetiFactRoutingTrigger on Yeti_Fact__c(after insert, after update) {
  YetiFactRouting.follow(Trigger.new);
}
