import { keepDraft, readDraft } from 'c/yetiDrafts';

const draft = { channel: 'Chat', purpose: 'Service', text: 'Dear Marek' };

afterEach(() => {
  sessionStorage.clear();
  jest.restoreAllMocks();
});

describe('c-yeti-drafts', () => {
  it('keeps a draft for its record alone', () => {
    keepDraft('500A', draft);

    expect(readDraft('500A')).toEqual(draft);
    expect(readDraft('500B')).toBeUndefined();
  });

  it('forgets a draft without text', () => {
    keepDraft('500A', draft);
    keepDraft('500A', { ...draft, text: '' });

    expect(sessionStorage).toHaveLength(0);
  });

  it('ignores what is no draft', () => {
    keepDraft('500A', draft);
    const key = sessionStorage.key(0) ?? '';

    for (const value of ['nonsense', 'null', '{"text":1}']) {
      sessionStorage.setItem(key, value);
      expect(readDraft('500A')).toBeUndefined();
    }
  });

  it('does without storage', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('full');
    });

    expect(() => keepDraft('500A', draft)).not.toThrow();
  });
});
