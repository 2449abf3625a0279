import { createElement } from 'lwc';
import YetiStatePanel from 'c/yetiStatePanel';

function show(more: object): HTMLElement {
  const element = createElement('c-yeti-state-panel', { is: YetiStatePanel });
  Object.assign(element, more);
  document.body.appendChild(element);
  return element;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('c-yeti-state-panel', () => {
  it('holds the place of rows while it loads, and says so', async () => {
    const element = show({ kind: 'loading', rows: 3 });

    expect(element.shadowRoot?.querySelectorAll('.placeholder')).toHaveLength(3);
    expect(element.shadowRoot?.querySelector('[role="status"]')?.textContent).toBe('c.Yeti_Loading');
    await expect(element).toBeAccessible();
  });

  it.each(['empty', 'error', 'noAccess'])('says what is the case: %s', async (kind) => {
    const element = show({ kind, heading: 'Heading', text: 'Text' });

    expect(element.shadowRoot?.querySelector(`[data-state="${kind}"]`)?.textContent).toContain('HeadingText');
    expect(element.shadowRoot?.querySelector('lightning-button')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('fires its action', () => {
    const element = show({ kind: 'error', actionLabel: 'Try again' });
    const action = jest.fn();
    element.addEventListener('action', action);

    element.shadowRoot?.querySelector<HTMLElement>('lightning-button')?.click();

    expect(action).toHaveBeenCalledTimes(1);
  });
});
