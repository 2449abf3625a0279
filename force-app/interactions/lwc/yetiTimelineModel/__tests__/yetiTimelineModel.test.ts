import {
  append,
  channelIcon,
  dayKey,
  directionIcon,
  emptyThread,
  cleared,
  filterOf,
  isFiltered,
  keepChosen,
  needsPreview,
  nothingChosen,
  readChosen,
  refresh,
  rowsOf,
  withPin
} from 'c/yetiTimelineModel';
import type { Item, Page } from 'c/yetiTimelineModel';

function item(id: string, occurredAt: string, more: Partial<Item> = {}): Item {
  return { id, source: 'Yeti_Interaction', channel: 'Chat', occurredAt, title: id, noise: false, ...more };
}

function page(items: readonly Item[], cursor?: string): Page {
  return { accessible: true, items, cursor: cursor ?? null, notices: [] };
}

describe('dayKey', () => {
  it('tells the day of a moment in any zone', () => {
    const moment = new Date('2026-11-21T02:00:00Z');
    expect(dayKey(moment, 'America/New_York')).toBe('2026-11-20');
    expect(dayKey(moment, 'Asia/Tokyo')).toBe('2026-11-21');
  });
});

describe('append', () => {
  it('adds the next page below', () => {
    const first = append(emptyThread, page([item('b', '2')], 'next'));
    const both = append(first, page([item('a', '1')]));

    expect(both.items.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(first.cursor).toBe('next');
    expect(both.cursor).toBeUndefined();
  });

  it('shows an item once, even if its moment changed between two pages', () => {
    const first = append(emptyThread, page([item('b', '2')], 'next'));

    expect(append(first, page([item('b', '1'), item('a', '1')])).items.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('takes over what the page says of limits and sources', () => {
    const notice = { source: 'x', label: 'X', reason: 'Failed' as const };

    const thread = append(emptyThread, { ...page([]), notices: [notice], caseLimit: 500, contactLimit: 500 });

    expect(thread).toMatchObject({ notices: [notice], caseLimit: 500, contactLimit: 500 });
  });
});

describe('refresh', () => {
  const before = append(emptyThread, page([item('b', '2'), item('a', '1')], 'older'));

  it('marks what came on top, and what was dated back', () => {
    const after = refresh(before, [
      page([item('c', '3'), item('b', '2'), item('between', '1.5'), item('a', '1')], 'older')
    ]);

    expect(after.items.map(({ id }) => id)).toEqual(['c', 'b', 'between', 'a']);
    expect([...after.fresh]).toEqual(['Yeti_Interaction c', 'Yeti_Interaction between']);
  });

  it('does not call new what only was not loaded yet', () => {
    const after = refresh(before, [page([item('b', '2'), item('a', '1'), item('old', '0')])]);

    expect(after.fresh.size).toBe(0);
    expect(after.cursor).toBeUndefined();
  });

  it('lets go of what is gone', () => {
    expect(refresh(before, [page([item('a', '1')])]).items.map(({ id }) => id)).toEqual(['a']);
  });

  it('joins the pages it took', () => {
    const after = refresh(before, [page([item('c', '3')], 'x'), page([item('b', '2'), item('a', '1')], 'y')]);

    expect(after.items).toHaveLength(3);
    expect(after.cursor).toBe('y');
  });
});

describe('needsPreview', () => {
  it('asks by source, only for items without one', () => {
    const items = [item('a', '1'), item('b', '1', { preview: 'has one' }), item('c', '1', { source: 'Yeti_Task' })];

    expect(needsPreview(items)).toEqual({ Yeti_Interaction: ['a'], Yeti_Task: ['c'] });
  });
});

describe('icons', () => {
  it('knows channels, then sources, then something', () => {
    expect(channelIcon('Chat', 'standard:task')).toBe('standard:live_chat');
    expect(channelIcon('Internal', 'standard:task')).toBe('standard:task');
    expect(channelIcon(null, null)).toBe('standard:record');
  });

  it('points from the customer to us and back', () => {
    expect(directionIcon('Inbound')).toBe('utility:back');
    expect(directionIcon('Outbound')).toBe('utility:forward');
    expect(directionIcon(null)).toBeUndefined();
  });
});

describe('rowsOf', () => {
  const hop = (id: string, occurredAt: string, channel: string): Item =>
    item(id, occurredAt, { channel, threadKey: 'refund' });
  const viewed = (id: string, occurredAt: string, more: Partial<Item> = {}): Item =>
    item(id, occurredAt, {
      channel: 'Web',
      title: 'Viewed KU-101',
      actor: { name: 'Zofia', kind: 'customer' },
      ...more
    });
  const shape = (items: readonly Item[]) => rowsOf(items).map((row) => [row.kind, row.items.map(({ id }) => id)]);

  it('makes one journey of the hops that share a key, at the place of the newest', () => {
    expect(
      shape([
        item('chat', '2026-11-21T10:19:00Z'),
        hop('bot', '2026-11-21T10:15:00Z', 'Chatbot'),
        item('mail', '2026-11-21T10:14:00Z'),
        hop('ivr', '2026-11-21T10:11:00Z', 'IVR')
      ])
    ).toEqual([
      ['item', ['chat']],
      ['journey', ['bot', 'ivr']],
      ['item', ['mail']]
    ]);
  });

  it('makes no journey of one', () => {
    expect(shape([hop('ivr', '2026-11-21T10:11:00Z', 'IVR')])).toEqual([['item', ['ivr']]]);
  });

  it('merges repeats of the same actor and record within 10 minutes, others may lie between', () => {
    expect(
      shape([
        viewed('3', '2026-11-21T10:10:00Z'),
        item('chat', '2026-11-21T10:09:00Z'),
        viewed('2', '2026-11-21T10:05:00Z'),
        viewed('1', '2026-11-21T10:00:00Z'),
        viewed('0', '2026-11-21T09:59:00Z')
      ])
    ).toEqual([
      ['repeats', ['3', '2', '1']],
      ['item', ['chat']],
      ['item', ['0']]
    ]);
  });

  it.each<[string, Partial<Item>]>([
    ['actor', { actor: { name: 'Adam', kind: 'customer' } }],
    ['channel', { channel: 'Push' }],
    ['title', { title: 'Viewed BU-310' }],
    ['case', { caseId: '500000000000001AAA' }]
  ])('does not merge what differs in its %s', (_, more) => {
    expect(rowsOf([viewed('2', '2026-11-21T10:05:00Z', more), viewed('1', '2026-11-21T10:00:00Z')])).toHaveLength(2);
  });
});

describe('what somebody chose', () => {
  const chosen = { ...nothingChosen, scope: 'customer' as const, query: 'refund', includeNoise: true };

  afterEach(() => {
    sessionStorage.clear();
  });

  it('is kept for the user and the record', () => {
    keepChosen('user', 'record', chosen);

    expect(readChosen('user', 'record')).toEqual(chosen);
    expect(readChosen('other', 'record')).toEqual(nothingChosen);
    expect(readChosen('user', 'other')).toEqual(nothingChosen);
  });

  it('begins anew where what is kept is broken or cannot be kept', () => {
    keepChosen('user', 'record', chosen);
    sessionStorage.setItem(sessionStorage.key(0) ?? '', '{');
    expect(readChosen('user', 'record')).toEqual(nothingChosen);

    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('full');
    });
    expect(() => keepChosen('user', 'record', chosen)).not.toThrow();
    full.mockRestore();
  });

  it('is a filter where less than everything is wanted', () => {
    expect(isFiltered(nothingChosen)).toBe(false);
    expect(isFiltered({ ...nothingChosen, includeNoise: true, scope: 'customer' })).toBe(false);
    expect(isFiltered(chosen)).toBe(true);
    expect(cleared(chosen)).toEqual({ ...nothingChosen, scope: 'customer', includeNoise: true });
  });

  it('asks the org only for what was chosen', () => {
    expect(filterOf({ ...chosen, dateFrom: '2026-11-01' }, 'customer', 25)).toEqual({
      scope: 'customer',
      channels: [],
      directions: [],
      statuses: [],
      query: 'refund',
      includeNoise: true,
      dateFrom: '2026-11-01',
      pageSize: 25
    });
  });
});

describe('withPin', () => {
  const thread = append(emptyThread, page([item('b', '2'), item('a', '1')]));

  it('puts an item on top and marks it below', () => {
    const pinned = withPin(thread, item('a', '1', { pinned: true, pinnedUntil: '2026-11-22T00:00:00Z' }));

    expect(pinned.pinned.map(({ id }) => id)).toEqual(['a']);
    expect(pinned.items.map((one) => one.pinned === true)).toEqual([false, true]);
    expect(withPin(pinned, item('a', '1', { pinned: false })).pinned).toEqual([]);
  });
});
