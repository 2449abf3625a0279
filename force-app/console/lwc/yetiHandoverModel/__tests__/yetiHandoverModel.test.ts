import { briefOf, type Thread } from 'c/yetiHandoverModel';
import type { Message, Now, PromiseView } from 'c/yetiNowModel';

const message: Message = {
  id: 'm1',
  source: 'Yeti_Interaction',
  channel: 'Chat',
  occurredAt: '2026-11-21T09:19:00Z',
  who: 'Marek',
  title: 'Refund',
  parts: [
    { text: '13 days, account ', masked: false },
    { text: '••••4821', masked: true }
  ],
  truncated: false,
  authentication: 'Verified',
  authenticatedOn: ['IVR']
};
const now: Now = {
  accessible: true,
  capped: false,
  turn: 'Ours',
  message,
  tried: [
    { id: 't1', channel: 'IVR', occurredAt: '2026-11-21T09:11:00Z', title: 'Order status' },
    { id: 't2', channel: 'Phone', occurredAt: '2026-11-20T09:11:00Z', title: 'Call', outcome: 'Abandoned' }
  ]
};
const promise: PromiseView = {
  id: 'p1',
  what: 'Refund',
  whoseTurn: 'Ours',
  dueAt: '2026-11-23T12:00:00Z',
  status: 'Open',
  overdue: false,
  silenceAccepts: false
};
const thread: Thread = {
  customerName: 'Marek Kozibród',
  now,
  facts: [
    {
      id: 'f1',
      key: 'shoeSize',
      parts: [{ text: '43', masked: false }],
      toldAt: '2026-11-20T09:11:00Z',
      ofCase: true,
      older: []
    }
  ],
  promises: [promise, { ...promise, id: 'p2', what: 'Kept', status: 'Kept' }],
  channels: [
    { value: 'IVR', label: 'IVR' },
    { value: 'Chat', label: 'Chat' },
    { value: 'Phone', label: 'Phone' }
  ]
};

describe('the brief', () => {
  it('says who, what, what was told, tried and promised, and what comes next', () => {
    const brief = briefOf(thread);

    expect(brief.split('\n').map((line) => line.split(':')[0])).toEqual([
      'c.Yeti_Brief_Who',
      'c.Yeti_Brief_What',
      'c.Yeti_Brief_Known',
      'c.Yeti_Brief_Tried',
      'c.Yeti_Brief_Promised',
      'c.Yeti_Brief_Next'
    ]);
    expect(brief).toContain('Marek Kozibród, c.Yeti_Brief_Verified');
    expect(brief).toContain('“13 days, account ••••4821” (Chat,');
    expect(brief).toContain('Shoe size 43');
    expect(brief).toContain('IVR Order status · Phone Call c.Yeti_Outcome_Abandoned');
    expect(brief).toContain('c.Yeti_Brief_Next: c.Yeti_Brief_Answer');
  });

  it.each([
    [{ ...now, callback: { id: 'c', occurredAt: '2026-11-21T09:00:00Z' } }, 'c.Yeti_Brief_Call_Back'],
    [{ ...now, turn: 'Customer' as const }, 'c.Yeti_Brief_Wait'],
    [
      { ...now, turn: null, promise: { id: 'p1', what: 'Refund', dueAt: '2026-11-23T12:00:00Z', overdue: false } },
      'c.Yeti_Brief_Keep'
    ]
  ])('says what comes next %#', (changed, words) => {
    expect(briefOf({ ...thread, now: changed })).toContain(`c.Yeti_Brief_Next: ${words}`);
  });

  it('leaves away what is not known', () => {
    const empty: Thread = {
      customerName: undefined,
      now: { accessible: true, capped: false, tried: [] },
      facts: [],
      promises: [],
      channels: []
    };
    expect(briefOf(empty)).toBe('');
    expect(
      briefOf({ ...empty, now: { ...now, turn: null, tried: [], message: { ...message, authentication: 'Claimed' } } })
    ).toMatch(/^c\.Yeti_Brief_Who: Marek, c\.Yeti_Brief_Not_Verified\n/);
  });
});
