import { createElement } from 'lwc';
import YetiDuration from 'c/yetiDuration';
import { settle } from 'test/support/settle';

const told = jest.fn<(event: Event) => void>();

function open(seconds: number): HTMLElement {
  const element = createElement('c-yeti-duration', { is: YetiDuration });
  Object.assign(element, { label: 'after', seconds });
  element.addEventListener('duration', told);
  document.body.appendChild(element);
  return element;
}

const field = (element: HTMLElement): HTMLInputElement =>
  element.shadowRoot?.querySelector('input') as HTMLInputElement;
const unit = (element: HTMLElement) =>
  element.shadowRoot?.querySelector('c-yeti-select') as HTMLElement & { value: string };
const lastTold = (): unknown => (told.mock.lastCall?.[0] as CustomEvent<number>).detail;

beforeEach(() => {
  told.mockReset();
});
afterEach(() => document.body.replaceChildren());

describe('c-yeti-duration', () => {
  it.each([
    [90, '90', 's'],
    [600, '10', 'min'],
    [14_400, '4', 'h'],
    [0, '0', 'min']
  ])('shows %d seconds in the largest whole unit', (seconds, amount, name) => {
    const element = open(seconds);
    expect([field(element).value, unit(element).value]).toEqual([amount, name]);
  });

  it('tells seconds, whatever the unit', async () => {
    const element = open(600);
    field(element).value = '5';
    field(element).dispatchEvent(new CustomEvent('input'));
    expect(lastTold()).toBe(300);
    unit(element).dispatchEvent(new CustomEvent('choose', { detail: 'h' }));
    expect(lastTold()).toBe(36_000);
    await settle();
    await expect(element).toBeAccessible();
  });

  it('tells nothing while the field is empty', () => {
    const element = open(600);
    field(element).value = '';
    field(element).dispatchEvent(new CustomEvent('input'));
    expect(told).not.toHaveBeenCalled();
  });
});
