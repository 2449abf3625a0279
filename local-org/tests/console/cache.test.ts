import { describe, expect, it, vi } from 'vitest';
import { observe, refresh, refreshTagged, type Provisioned } from '../../src/console/shell/platform/console/cache.ts';

let names = 0;

function query(load: () => Promise<unknown>, tags: readonly string[] = []) {
  return { key: `query ${(names += 1)}`, load, tags };
}

function listener() {
  const seen: unknown[] = [];
  return { seen, hear: ({ data, error }: Provisioned<unknown>) => void seen.push(error ?? data) };
}

describe('answers shared by wires', () => {
  it('come from one request and are read-only', async () => {
    const load = vi.fn(async () => ({ rows: [{ size: 1 }] }));
    const asked = query(load);
    const [first, second] = [listener(), listener()];
    observe(asked, first.hear);
    observe(asked, second.hear);
    await vi.waitFor(() => expect(second.seen).toHaveLength(1));
    expect(load).toHaveBeenCalledTimes(1);
    expect(first.seen[0]).toBe(second.seen[0]);
    expect(Object.isFrozen((first.seen[0] as { rows: object[] }).rows[0])).toBe(true);
    const later = listener();
    observe(asked, later.hear);
    expect(later.seen).toHaveLength(1);
  });

  it('are told again after a refresh only if they changed', async () => {
    let size = 1;
    const asked = query(async () => ({ size }));
    const { seen, hear } = listener();
    observe(asked, hear);
    await refresh(asked.key);
    expect(seen).toEqual([{ size: 1 }]);
    size = 2;
    await refresh(asked.key);
    expect(seen).toEqual([{ size: 1 }, { size: 2 }]);
  });

  it('recover from an error', async () => {
    let fails = true;
    const asked = query(async () => {
      if (fails) throw new Error('not now');
      return 'fine';
    });
    const { seen, hear } = listener();
    observe(asked, hear);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    fails = false;
    await refresh(asked.key);
    expect(seen).toEqual([new Error('not now'), 'fine']);
  });

  it('are asked again for a changed record, and only where someone looks', async () => {
    const shown = vi.fn(async () => Math.random());
    const left = vi.fn(async () => Math.random());
    const other = vi.fn(async () => Math.random());
    observe(query(shown, ['r1']), () => undefined);
    observe(query(other, ['r2']), () => undefined);
    const stop = observe(query(left, ['r1']), () => undefined);
    await Promise.resolve();
    stop();
    await refreshTagged(['r1']);
    expect(shown).toHaveBeenCalledTimes(2);
    expect(left).toHaveBeenCalledTimes(1);
    expect(other).toHaveBeenCalledTimes(1);
  });
});
