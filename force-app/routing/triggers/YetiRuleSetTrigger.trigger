/** Holds versions of the rules to their way from draft to active to archived, whoever saves them. */
trigger YetiRuleSetTrigger on Yeti_Rule_Set__c(before insert, before update, before delete) {
  if (Trigger.isInsert) {
    YetiRuleSetLife.start(Trigger.new);
  } else if (Trigger.isUpdate) {
    YetiRuleSetLife.change(Trigger.new, Trigger.oldMap);
  } else {
    YetiRuleSetLife.refuseRemoval(Trigger.old);
  }
}
