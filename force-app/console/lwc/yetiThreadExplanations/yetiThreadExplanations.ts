import { explainWith } from 'c/yetiTimelineExplanations';
import YetiWhy from 'c/yetiWhy';

/** Pages with a thread take this once: its routing decisions then say why. */
export function explainThread(): void {
  explainWith('Yeti_Routing_Decision__c', YetiWhy);
}
