/** The name the console listens to. */
export const ShowToastEventName = 'lightning__showtoast';

/** What a toast says. `{0}` in the message stands for `messageData[0]`. */
export interface ToastConfig {
  readonly title?: string;
  readonly message?: string;
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
  readonly mode?: 'dismissible' | 'dismissable' | 'pester' | 'sticky';
  readonly messageData?: readonly (string | { readonly url?: string; readonly label?: string })[];
}

/** Shows a toast when dispatched from a component. */
export class ShowToastEvent extends CustomEvent<{ readonly toastAttributes: ToastConfig }> {
  constructor(toast: ToastConfig) {
    super(ShowToastEventName, {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: { toastAttributes: { variant: 'info', mode: 'dismissible', ...toast } }
    });
  }
}
