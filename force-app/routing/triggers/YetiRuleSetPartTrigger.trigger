/** Keeps the documents of versions of the rules that are, or were, active. */
trigger YetiRuleSetPartTrigger on Yeti_Rule_Set_Part__c(before insert, before update, before delete) {
  YetiRuleSetLife.refuseChange(Trigger.isDelete ? Trigger.old : Trigger.new);
}
