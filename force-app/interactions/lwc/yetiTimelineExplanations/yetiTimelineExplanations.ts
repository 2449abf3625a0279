import type { LightningElement } from 'lwc';

/** A component that explains a record: it takes `recordId`, and `open` to show everything at once. */
export type Explanation = new () => LightningElement;

const explanations = new Map<string, Explanation>();

/** Has items of an object explained by a component of a room that the timeline does not know. */
export function explainWith(objectName: string, component: Explanation): void {
  explanations.set(objectName, component);
}

/** What explains items of an object; nothing: their text does. */
export function explanationOf(objectName: string | undefined): Explanation | undefined {
  return explanations.get(objectName ?? '');
}
