const EVERY = 30_000;
const EVERY_WHILE_IDLE = 120_000;
/** So long without a key or a click nobody sits there. */
const IDLE_AFTER = 300_000;
const ACTIVITY = ['keydown', 'pointerdown', 'wheel'] as const;

/** Asks again and again while the timeline is in view: not while it is hidden, less often while nobody is there. */
export class Live {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private active = Date.now();
  private asked = Date.now();

  private readonly ask: () => Promise<void>;
  private readonly isInView: () => boolean;

  constructor(ask: () => Promise<void>, isInView: () => boolean) {
    this.ask = ask;
    this.isInView = isInView;
  }

  start(): void {
    ACTIVITY.forEach((name) => window.addEventListener(name, this.handleActivity, { passive: true }));
    document.addEventListener('visibilitychange', this.handleVisibility);
    this.wait();
  }

  stop(): void {
    clearTimeout(this.timer);
    ACTIVITY.forEach((name) => window.removeEventListener(name, this.handleActivity));
    document.removeEventListener('visibilitychange', this.handleVisibility);
  }

  /** Asks at once, if somebody can see the answer. */
  async now(): Promise<void> {
    clearTimeout(this.timer);
    if (!document.hidden && this.isInView()) {
      this.asked = Date.now();
      await this.ask();
    }
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    const isIdle = Date.now() - this.active > IDLE_AFTER;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- asking again is what this is for; stop() ends it
    this.timer = setTimeout(() => this.now(), isIdle ? EVERY_WHILE_IDLE : EVERY);
  }

  private readonly handleActivity = (): void => {
    this.active = Date.now();
    if (this.active - this.asked > EVERY) this.now();
  };

  private readonly handleVisibility = (): void => {
    if (!document.hidden) this.handleActivity();
  };
}
