import { createElement } from 'lwc';
import YetiMaskedText from 'c/yetiMaskedText';
import { partsOf } from 'c/yetiSensitive';

jest.mock('@salesforce/apex/YetiRevealController.reveal', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Yeti_Reveal_Masked_Values', () => ({ default: undefined }), { virtual: true });

describe('c-yeti-masked-text without the permission', () => {
  it('masks, and offers no button', () => {
    const element = createElement('c-yeti-masked-text', { is: YetiMaskedText });
    element.parts = partsOf('Karta 4111111111111111');
    document.body.appendChild(element);

    expect(element.shadowRoot?.querySelector('[data-chip]')?.textContent).toContain('•••• 1111');
    expect(element.shadowRoot?.querySelector('[data-button]')).toBeNull();
  });
});
