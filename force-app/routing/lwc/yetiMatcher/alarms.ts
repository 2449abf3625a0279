/** Moments at which somebody wants to be woken, each at most once; the earliest is found at once. */
export class Alarms<Sleeper> {
  /** A binary heap; what was cancelled stays in it until it comes to the top. */
  private readonly heap: { readonly at: number; readonly sleeper: Sleeper }[] = [];
  private readonly set = new Map<Sleeper, number>();

  /** Replaces the sleeper's moment; none: there is nothing to wake it for. */
  put(sleeper: Sleeper, at: number | undefined): void {
    if (at === this.set.get(sleeper)) return;
    if (at === undefined) {
      this.set.delete(sleeper);
      return;
    }
    this.set.set(sleeper, at);
    this.heap.push({ at, sleeper });
    this.rise(this.heap.length - 1);
  }

  /** The earliest moment. */
  next(): number | undefined {
    for (let top = this.heap[0]; top !== undefined; top = this.heap[0]) {
      if (this.set.get(top.sleeper) === top.at) return top.at;
      this.takeTop();
    }
    return undefined;
  }

  /** Takes one whose moment has come. */
  takeDue(now: number): Sleeper | undefined {
    const at = this.next();
    const top = this.heap[0];
    if (at === undefined || top === undefined || at > now) return undefined;
    this.takeTop();
    this.set.delete(top.sleeper);
    return top.sleeper;
  }

  private takeTop(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    this.sink();
  }

  private rise(from: number): void {
    for (let place = from; place > 0;) {
      const parent = (place - 1) >> 1;
      if (this.atOf(parent) <= this.atOf(place)) return;
      this.swap(place, parent);
      place = parent;
    }
  }

  private sink(): void {
    for (let place = 0; ;) {
      const left = 2 * place + 1;
      const child = this.atOf(left + 1) < this.atOf(left) ? left + 1 : left;
      if (this.atOf(place) <= this.atOf(child)) return;
      this.swap(place, child);
      place = child;
    }
  }

  private atOf(place: number): number {
    return this.heap[place]?.at ?? Number.POSITIVE_INFINITY;
  }

  private swap(a: number, b: number): void {
    const first = this.heap[a];
    const second = this.heap[b];
    if (first === undefined || second === undefined) return;
    this.heap[a] = second;
    this.heap[b] = first;
  }
}
