import { createElement } from 'lwc';
import YetiFacts from 'c/yetiFacts';
import { partsOf } from 'c/yetiSensitive';
import forget from '@salesforce/apex/YetiFactController.forget';
import getFacts, { type Fact } from '@salesforce/apex/YetiFactController.getFacts';
import restore from '@salesforce/apex/YetiFactController.restore';
import { settle } from 'test/support/settle';

let mockRefresh: (() => Promise<unknown>) | undefined;

jest.mock('@salesforce/apex/YetiFactController.getFacts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiFactController.forget', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiFactController.restore', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiRevealController.reveal', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('lightning/refresh', () => ({
  RefreshEvent: class extends CustomEvent<undefined> {
    constructor() {
      super('refresh', { bubbles: true, composed: true });
    }
  },
  registerRefreshHandler: (_element: unknown, handler: () => Promise<unknown>) => {
    mockRefresh = handler;
    return 'handle';
  },
  unregisterRefreshHandler: () => undefined
}));

const caseId = '500000000000001AAA';

function fact(changes: Partial<Fact> & { id: string; key: string }, value: string): Fact {
  return {
    parts: partsOf(value),
    channel: 'Czat',
    toldAt: '2026-11-20T09:00:00.000Z',
    ofCase: false,
    older: [],
    ...changes
  };
}

const order = fact(
  { id: 'f1', key: 'orderNumber', ofCase: true, older: [fact({ id: 'f0', key: 'orderNumber' }, 'ZP-000001')] },
  'ZP-000147'
);
const account = fact({ id: 'f2', key: 'account', channel: null }, '[IBAN •••• 4821]');

async function show(recordId = caseId): Promise<HTMLElement> {
  const element = createElement('c-yeti-facts', { is: YetiFacts });
  element.recordId = recordId;
  element.objectApiName = 'Case';
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = <E extends HTMLElement>(element: HTMLElement, selector: string) =>
  element.shadowRoot?.querySelector<E>(selector) ?? null;

function part<E extends HTMLElement>(element: HTMLElement, selector: string): E {
  const found = find<E>(element, selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

beforeEach(() => {
  jest.mocked(getFacts).mockResolvedValue([order, account]);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.resetAllMocks();
});

describe('c-yeti-facts', () => {
  it('shows what was told, where, when and before', async () => {
    const element = await show();

    expect(getFacts).toHaveBeenCalledWith({ recordId: caseId });
    expect(part(element, 'h2').textContent).toBe('c.Yeti_Facts');
    const row = part(element, '[data-fact="f1"]');
    expect(row.textContent).toContain('c.Yeti_Fact_OrderNumber');
    expect(row.textContent).toContain('Czat');
    expect(row.querySelector('[data-before]')?.textContent).toBe('c.Yeti_Fact_Before');
    expect(row.querySelector('[data-of-case]')).not.toBeNull();
    expect(part(element, '[data-fact="f2"]').textContent).toContain('c.Yeti_Fact_Agent');
    await expect(element).toBeAccessible();
  });

  it('does not repeat what was only told again', async () => {
    jest
      .mocked(getFacts)
      .mockResolvedValue([{ ...order, older: [fact({ id: 'f0', key: 'orderNumber' }, 'ZP-000147')] }]);

    expect(find(await show(), '[data-before]')).toBeNull();
  });

  it('gives masked values to the component that can reveal them', async () => {
    const text = part<HTMLElement & { parts: unknown; itemId: string; field: string }>(
      await show(),
      '[data-fact="f2"] c-yeti-masked-text'
    );

    expect(text.parts).toEqual([{ text: '•••• 4821', masked: true, kind: 'IBAN', index: 0 }]);
    expect([text.itemId, text.field]).toEqual(['f2', 'Value__c']);
  });

  it('holds the place while loading, says when there is nothing, no access, or an error, and tries again', async () => {
    jest.mocked(getFacts).mockReturnValue(new Promise(() => undefined));
    const loading = part<HTMLElement & { kind: string; rows: number }>(await show(), 'c-yeti-state-panel');
    expect([loading.kind, loading.rows]).toEqual(['loading', 3]);

    jest.mocked(getFacts).mockResolvedValue([]);
    const empty = await show();
    expect(part(empty, '[data-empty]').textContent).toBe('c.Yeti_Facts_Empty');
    await expect(empty).toBeAccessible();

    jest.mocked(getFacts).mockResolvedValue(null);
    expect(part<HTMLElement & { kind: string }>(await show(), 'c-yeti-state-panel').kind).toBe('noAccess');

    jest.mocked(getFacts).mockRejectedValueOnce({ body: { message: 'Broken.' } });
    const failed = await show();
    const panel = part<HTMLElement & { kind: string; text: string }>(failed, 'c-yeti-state-panel');
    expect([panel.kind, panel.text]).toEqual(['error', 'Broken.']);
    jest.mocked(getFacts).mockResolvedValue([order]);
    panel.dispatchEvent(new CustomEvent('action'));
    await settle();
    expect(find(failed, '[data-fact="f1"]')).not.toBeNull();
  });

  it('forgets with a click and restores with another, and nothing moves meanwhile', async () => {
    const element = await show();
    jest.mocked(getFacts).mockResolvedValue([account]);
    part(element, '[data-fact="f1"] [data-forget]').click();
    await settle();
    await mockRefresh?.();
    await settle();

    expect(forget).toHaveBeenCalledWith({ factId: 'f1' });
    const rows = Array.from(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-fact]') ?? []);
    expect(rows.map(({ dataset }) => dataset.fact)).toEqual(['f1', 'f2']);

    part(element, '[data-fact="f1"] [data-undo]').click();
    await settle();
    expect(restore).toHaveBeenCalledWith({ factId: 'f1' });
    expect(find(element, '[data-undo]')).toBeNull();
  });

  it('says why something could not be forgotten, and keeps it', async () => {
    jest.mocked(forget).mockRejectedValue({ body: { message: 'Not allowed.' } });
    const element = await show();
    part(element, '[data-fact="f1"] [data-forget]').click();
    await settle();

    expect(part(element, '[role="alert"]').textContent).toBe('Not allowed.');
    expect(find(element, '[data-undo]')).toBeNull();
  });

  it('shows five, and the others on demand', async () => {
    jest
      .mocked(getFacts)
      .mockResolvedValue(Array.from({ length: 7 }, (_, i) => fact({ id: `f${String(i)}`, key: `k${String(i)}` }, 'x')));
    const element = await show();
    expect(element.shadowRoot?.querySelectorAll('[data-fact]')).toHaveLength(5);

    part(element, '[data-all]').click();
    await settle();
    expect(element.shadowRoot?.querySelectorAll('[data-fact]')).toHaveLength(7);
    expect(find(element, '[data-all]')).toBeNull();
  });

  it('loads quietly when something changed, and keeps what it shows if that fails', async () => {
    const element = await show();
    jest.mocked(getFacts).mockRejectedValueOnce(new Error('offline'));
    await mockRefresh?.();
    await settle();
    expect(find(element, '[data-fact="f1"]')).not.toBeNull();

    jest.mocked(getFacts).mockResolvedValue([account]);
    await mockRefresh?.();
    await settle();
    expect(find(element, '[data-fact="f1"]')).toBeNull();
  });
});
