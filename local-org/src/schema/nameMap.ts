/** A map whose look-ups ignore case; iteration shows the names as they were given. */
export class NameMap<T> extends Map<string, T> {
  private readonly spelling = new Map<string, string>();

  override get(name: string): T | undefined {
    const known = this.spelling.get(name.toLowerCase());
    return known === undefined ? undefined : super.get(known);
  }

  override has(name: string): boolean {
    return this.spelling.has(name.toLowerCase());
  }

  override set(name: string, value: T): this {
    const key = name.toLowerCase();
    const known = this.spelling.get(key);
    if (known === undefined) this.spelling.set(key, name);
    return super.set(known ?? name, value);
  }

  override delete(name: string): boolean {
    const key = name.toLowerCase();
    const known = this.spelling.get(key);
    this.spelling.delete(key);
    return known !== undefined && super.delete(known);
  }
}
