import { format, messageOf, plural } from 'c/yetiMessages';

const forms = { one: 'wiadomość', few: 'wiadomości (few)', many: 'wiadomości (many)', other: 'wiadomości (other)' };

describe('plural', () => {
  it.each([
    [1, forms.one],
    [2, forms.few],
    [5, forms.many],
    [12, forms.many],
    [22, forms.few],
    [112, forms.many],
    [0, forms.many]
  ])('says %s in Polish', (count, form) => {
    expect(plural('pl', count, forms)).toBe(form);
  });

  it('says one and other in English', () => {
    expect(plural('en-US', 1, forms)).toBe(forms.one);
    expect(plural('en-US', 2, forms)).toBe(forms.other);
    expect(plural('en-US', 0, forms)).toBe(forms.other);
  });
});

describe('format', () => {
  it('puts values in their places', () => {
    expect(format('{1} of {0}', 'a', 'b')).toBe('b of a');
  });

  it('leaves a place without a value, and what is no place', () => {
    expect(format('{0} {2} {x}', 'a')).toBe('a {2} {x}');
  });

  it('does not read a value as a place', () => {
    expect(format('{0} {1}', '{1}', '$&')).toBe('{1} $&');
  });
});

describe('messageOf', () => {
  it.each([
    [{ body: { message: 'of Apex' } }, 'of Apex'],
    [{ body: [{ message: 'one' }, { message: 'two' }] }, 'one two'],
    [new Error('of the page'), 'of the page'],
    [{ statusText: 'Service Unavailable' }, 'Service Unavailable'],
    ['text', 'text'],
    [undefined, ''],
    [{ body: null }, '']
  ])('reads %j', (error, message) => {
    expect(messageOf(error)).toBe(message);
  });
});
