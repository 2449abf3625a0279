import { nameOf, ordinal, promiseText } from 'c/yetiNowModel';

describe('c-yeti-now-model', () => {
  it('names values, or shows those of which nobody knows a name', () => {
    const choices = [{ value: 'Chat', label: 'Czat' }];
    expect(nameOf(choices, 'Chat')).toBe('Czat');
    expect(nameOf(choices, 'Pigeon')).toBe('Pigeon');
    expect(nameOf(undefined, null)).toBe('');
  });

  it('chooses the ordinal of the language', () => {
    const forms = [1, 2, 3, 4, 11, 22].map((count) => ordinal('en-US', count));
    expect(forms).toEqual([
      'c.Yeti_Ordinal_One',
      'c.Yeti_Ordinal_Two',
      'c.Yeti_Ordinal_Few',
      'c.Yeti_Ordinal_Other',
      'c.Yeti_Ordinal_Other',
      'c.Yeti_Ordinal_Two'
    ]);
    expect(ordinal('pl', 1)).toBe('c.Yeti_Ordinal_Other');
  });

  it('translates what policies of the package demand', () => {
    expect(promiseText('Answer the complaint', 'Yeti_Polish_Complaint')).toBe('c.Yeti_Promise_Complaint');
    expect(promiseText('Call on Friday', undefined)).toBe('Call on Friday');
  });
});
