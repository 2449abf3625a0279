import { explainThread } from 'c/yetiThreadExplanations';
import { explanationOf } from 'c/yetiTimelineExplanations';
import YetiWhy from 'c/yetiWhy';

describe('explainThread', () => {
  it('has routing decisions explained, and nothing else', () => {
    expect(explanationOf('Yeti_Routing_Decision__c')).toBeUndefined();
    explainThread();
    expect(explanationOf('Yeti_Routing_Decision__c')).toBe(YetiWhy);
    expect(explanationOf('Task')).toBeUndefined();
    expect(explanationOf(undefined)).toBeUndefined();
  });
});
