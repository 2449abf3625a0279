import { keep, type Kept } from 'c/yetiRuleModel';

/** Writing a large rule set takes time that typing would wait for. */
const WAIT_BEFORE_KEEPING = 400;

/** Keeps in this browser tab what is not saved: after a pause in typing, and when the page goes. */
export class Keeping {
  private readonly current: () => { readonly id: string; readonly kept: Kept };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly flush = (): void => {
    if (this.timer === undefined) return;
    this.clear();
    const { id, kept } = this.current();
    keep(id, kept);
  };

  /** @param current what is to be kept, and of which version */
  constructor(current: () => { readonly id: string; readonly kept: Kept }) {
    this.current = current;
    window.addEventListener('pagehide', this.flush);
  }

  /** There is something to keep. */
  soon(): void {
    this.clear();
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- after a pause in typing
    this.timer = setTimeout(this.flush, WAIT_BEFORE_KEEPING);
  }

  /** Everything is saved. */
  forget(): void {
    this.clear();
    keep(this.current().id, undefined);
  }

  /** Keeps at once what was to be kept soon, and nothing more. */
  end(): void {
    this.flush();
    window.removeEventListener('pagehide', this.flush);
  }

  private clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
