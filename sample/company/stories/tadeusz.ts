import type { InteractionOf, Story } from '../../../scripts/sample/story.ts';

const phone = '+48 600 000 107';
const address = 'tadeusz.iskra@example.com';

function newsletter(index: number): InteractionOf {
  return {
    key: `tadeusz-newsletter-${String(index + 1)}`,
    channel: 'Newsletter',
    direction: 'Outbound',
    at: `D-${String([14, 13, 11, 10, 8, 7, 5, 3, 1][index])} 06:30`,
    contact: 'tadeusz',
    handle: address,
    subject: { pl: 'ISKRA10: 15 % na akcesoria', en: 'ISKRA10: 15 % off accessories' },
    body: {
      pl: 'Kod ISKRA10 daje 15 % na EL-711, akumulator do „Świetlika”.',
      en: 'The code ISKRA10 gives 15 % off EL-711, the Firefly battery.'
    },
    purpose: 'Marketing',
    delivery: 'Sent'
  };
}

function sms(index: number): InteractionOf {
  return {
    key: `tadeusz-sms-${String(index + 1)}`,
    channel: 'SMS',
    direction: 'Outbound',
    at: `D-${String([13, 12, 9, 6, 4, 2][index])} 11:00`,
    contact: 'tadeusz',
    handle: phone,
    subject: { pl: 'ISKRA10: 10 % na akcesoria', en: 'ISKRA10: 10 % off accessories' },
    purpose: 'Marketing',
    delivery: 'Sent'
  };
}

/** Nine newsletters and six texts with one code and two discounts, an unsubscription, and a watch that does not pair. */
export const tadeusz: Story = {
  account: { key: 'tadeusz', name: 'Tadeusz Iskra', city: 'Poznań' },
  contacts: [
    {
      key: 'tadeusz',
      firstName: 'Tadeusz',
      lastName: 'Iskra',
      since: 'D-380 16:00',
      language: 'pl',
      email: address,
      mobile: phone,
      preferred: 'Phone'
    }
  ],
  consents: [
    {
      contact: 'tadeusz',
      purpose: 'Marketing',
      status: 'Given',
      at: 'D-20 20:41',
      source: { pl: 'Koszyk', en: 'Checkout' }
    },
    {
      contact: 'tadeusz',
      purpose: 'Marketing',
      status: 'Withdrawn',
      at: 'D-2 07:15',
      source: { pl: 'Wypisanie z newslettera', en: 'Unsubscribed from the newsletter' }
    }
  ],
  orders: [
    {
      number: 'ZP-000161',
      contact: 'tadeusz',
      at: 'D-20 20:41',
      channel: 'Web',
      note: { pl: 'Odebrane w POZ.', en: 'Collected at POZ.' },
      lines: [
        { sku: 'EL-701', quantity: 1 },
        { sku: 'EL-710', quantity: 1 }
      ]
    }
  ],
  assets: [
    { serial: 'KS-2044-0117', contact: 'tadeusz', sku: 'EL-701', bought: 'D-18', warrantyUntil: 'D+712' },
    { serial: 'SW-7100-5521', contact: 'tadeusz', sku: 'EL-710', bought: 'D-18', warrantyUntil: 'D+712' }
  ],
  cases: [
    {
      key: 'tadeusz-watch',
      contact: 'tadeusz',
      subject: { pl: 'Zegarek się nie paruje', en: 'The watch does not pair' },
      type: 'Problem',
      origin: 'Phone',
      group: 'Electronics',
      status: 'New',
      owner: 'borys',
      at: 'm-7'
    }
  ],
  interactions: [
    {
      key: 'tadeusz-code',
      channel: 'SMS',
      direction: 'Outbound',
      at: 'D-18 09:10',
      contact: 'tadeusz',
      handle: phone,
      subject: { pl: 'Kod odbioru w POZ', en: 'Code to collect at POZ' },
      thread: 'tadeusz-collect',
      purpose: 'Service',
      delivery: 'Sent'
    },
    {
      key: 'tadeusz-collect',
      channel: 'Store',
      at: 'D-18 12:30',
      contact: 'tadeusz',
      subject: { pl: 'Odebrano ZP-000161 w POZ kodem z SMS', en: 'ZP-000161 collected at POZ with the SMS code' },
      thread: 'tadeusz-collect',
      switchedBy: 'Customer',
      outcome: 'Resolved',
      authentication: 'Verified',
      authenticatedAt: 'D-18 12:30',
      carried: [{ key: 'orderNumber', value: 'ZP-000161' }]
    },
    ...Array.from({ length: 9 }, (_, index) => newsletter(index)),
    ...Array.from({ length: 6 }, (_, index) => sms(index)),
    {
      key: 'tadeusz-unsubscribes',
      channel: 'WebForm',
      at: 'D-2 07:15',
      handle: address,
      subject: { pl: 'Wypisanie z newslettera i SMS-ów', en: 'Unsubscribed from newsletters and texts' }
    },
    {
      key: 'tadeusz-call',
      channel: 'Phone',
      at: 'm-7',
      contact: 'tadeusz',
      handle: phone,
      case: 'tadeusz-watch',
      agent: 'borys',
      outcome: 'FollowUp',
      subject: { pl: 'Zegarek się nie paruje', en: 'The watch does not pair' },
      body: {
        pl: 'Zegarek „Kompas S” nie łączy się z telefonem, restart nie pomógł. Pyta też, ile naprawdę daje kod ISKRA10.',
        en: 'The Compass watch does not connect to the phone, a restart did not help. He also asks what the code ISKRA10 really gives.'
      },
      authentication: 'Verified',
      authenticatedAt: 'm-7',
      carried: [
        { key: 'product', value: 'EL-701' },
        { key: 'serialNumber', value: 'KS-2044-0117' }
      ]
    }
  ],
  facts: [
    {
      contact: 'tadeusz',
      key: 'discountBySms',
      value: { pl: 'ISKRA10: 10 %', en: 'ISKRA10: 10 %' },
      source: 'SMS',
      at: 'D-13 11:00'
    },
    {
      contact: 'tadeusz',
      key: 'discountByEmail',
      value: { pl: 'ISKRA10: 15 %', en: 'ISKRA10: 15 %' },
      source: 'Newsletter',
      at: 'D-14 06:30'
    }
  ]
};
