/** Closes the quick action a component runs in. */
export class CloseActionScreenEvent extends CustomEvent<undefined> {
  constructor() {
    super('lightning__actionscreenclose', { bubbles: true, composed: true });
  }
}
