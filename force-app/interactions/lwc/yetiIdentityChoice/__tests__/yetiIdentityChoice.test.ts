import { createElement } from 'lwc';
import YetiIdentityChoice from 'c/yetiIdentityChoice';

const candidates = [
  { id: '003000000000001AAA', name: 'Oksana Malwa', tellApart: 'Kraków' },
  { id: '003000000000002AAA', name: 'Oksana Malwa', tellApart: 'Lviv' }
];

function show(values: object): HTMLElement {
  const element = createElement('c-yeti-identity-choice', { is: YetiIdentityChoice });
  Object.assign(element, values);
  document.body.appendChild(element);
  return element;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('c-yeti-identity-choice', () => {
  it('counts all, names those the user may see and tells them apart', async () => {
    const element = show({ candidates, hiddenCandidates: 1, editable: true });

    const text = element.shadowRoot?.textContent ?? '';
    expect(text).toContain('c.Yeti_Identity_Candidates_Other');
    expect(text).toContain('Kraków');
    expect(text).toContain('Lviv');
    expect(text).toContain('c.Yeti_Identity_Hidden');
    await expect(element).toBeAccessible();
  });

  it('tells whom the agent chose', () => {
    const element = show({ candidates, hiddenCandidates: 0, editable: true });
    const chosen = jest.fn();
    element.addEventListener('choose', (event) => chosen((event as CustomEvent).detail));

    element.shadowRoot?.querySelectorAll('button')[1]?.click();

    expect(chosen).toHaveBeenCalledWith(candidates[1]);
  });

  it('has no buttons for who may not choose', () => {
    const element = show({ candidates, hiddenCandidates: 0, editable: false });

    expect(element.shadowRoot?.querySelectorAll('button')).toHaveLength(0);
  });
});
