/** Masks what is sensitive in facts before they are saved, whoever writes them. */
trigger YetiFactTrigger on Yeti_Fact__c(before insert, before update) {
  YetiFactMasking.mask(Trigger.new);
}
