import type { Story } from '../../../scripts/sample/story.ts';

const thread = 'helena-return';
const address = 'helena.podmuch@example.com';

/** On a train: no call, a shared screen with masked numbers, then a call from the browser, solved at first contact. */
export const helena: Story = {
  account: { key: 'helena', name: 'Helena Podmuch', city: 'Gdańsk' },
  contacts: [
    {
      key: 'helena',
      firstName: 'Helena',
      lastName: 'Podmuch',
      since: 'D-230 18:00',
      language: 'pl',
      email: address,
      mobile: '+48 600 000 103',
      preferred: 'Chat'
    }
  ],
  orders: [
    {
      number: 'ZP-000153',
      contact: 'helena',
      at: 'D-9 21:02',
      channel: 'Web',
      lines: [{ sku: 'NA-410', quantity: 1 }]
    }
  ],
  cases: [
    {
      key: 'helena-return',
      contact: 'helena',
      subject: { pl: 'Zwrot namiotu „Jeż 2”', en: 'Return of a Hedgehog tent' },
      type: 'Return',
      origin: 'Chat',
      group: 'Camping',
      owner: 'gniewko',
      at: 'm-50'
    }
  ],
  interactions: [
    {
      key: 'helena-chat',
      channel: 'Chat',
      at: 'm-50',
      handle: address,
      case: 'helena-return',
      agent: 'gniewko',
      subject: { pl: 'Nie umiem wypełnić zwrotu', en: 'I can not fill in the return' },
      body: {
        pl: 'Chcę zwrócić namiot, formularz mnie nie puszcza. Jestem w pociągu.',
        en: 'I want to return a tent, the form does not let me. I am on a train.'
      },
      thread,
      authentication: 'Claimed',
      carried: [{ key: 'orderNumber', value: 'ZP-000153' }]
    },
    {
      key: 'helena-no-call',
      channel: 'Phone',
      direction: 'Outbound',
      at: 'm-48',
      contact: 'helena',
      case: 'helena-return',
      agent: 'gniewko',
      subject: {
        pl: 'Zaproponowano rozmowę: nie, w wagonie jest cicho',
        en: 'Call offered: no, the carriage is quiet'
      },
      thread,
      switchedBy: 'CompanyDeclined'
    },
    {
      key: 'helena-cobrowse',
      channel: 'CoBrowse',
      at: 'm-44',
      contact: 'helena',
      case: 'helena-return',
      agent: 'gniewko',
      subject: { pl: 'Wspólnie wypełniony zwrot namiotu', en: 'Return of the tent filled in together' },
      body: {
        pl: 'Pole „konto”: PL70 9999 0000 0000 5678 0000 7305\nPole „PESEL”: 88041212345\nPole „powód”: za ciężki',
        en: 'Field “account”: PL70 9999 0000 0000 5678 0000 7305\nField “PESEL”: 88041212345\nField “reason”: too heavy'
      },
      thread,
      switchedBy: 'CompanyAccepted',
      authentication: 'Verified',
      authenticatedAt: 'm-45',
      carried: [
        { key: 'orderNumber', value: 'ZP-000153' },
        { key: 'returnReason', value: { pl: 'za ciężki', en: 'too heavy' } },
        { key: 'account', value: 'PL70 9999 0000 0000 5678 0000 7305', sensitive: true }
      ]
    },
    {
      key: 'helena-call',
      channel: 'Phone',
      at: 'm-40',
      until: 'm-31',
      contact: 'helena',
      case: 'helena-return',
      agent: 'gniewko',
      subject: {
        pl: 'Zadzwoniła z przeglądarki przy polu „konto”',
        en: 'Called from the browser beside the field “account”'
      },
      body: {
        pl: 'Formularz nie przyjmował spacji w numerze konta. Wpisane bez spacji, zwrot wysłany.',
        en: 'The form did not take spaces in the account number. Written without them, the return is sent.'
      },
      thread,
      switchedBy: 'Customer',
      outcome: 'Resolved',
      authentication: 'Verified',
      authenticatedAt: 'm-45'
    }
  ],
  audits: [
    {
      contact: 'helena',
      case: 'helena-return',
      interaction: 'helena-cobrowse',
      action: 'Reveal',
      by: 'gniewko',
      at: 'm-42',
      subject: { pl: 'Odsłonięto numer konta', en: 'Account number revealed' },
      reason: { pl: 'Klientka prosi o sprawdzenie cyfr', en: 'The customer asks to check the digits' }
    }
  ]
};
