/** Routes the cases that events tell of. */
trigger YetiRouteTrigger on Yeti_Route__e(after insert) {
  YetiRouteSubscriber.receive(Trigger.new);
}
