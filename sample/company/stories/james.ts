import type { Story } from '../../../scripts/sample/story.ts';

const phone = '+44 7700 900123';
const address = 'james.hollowfern@example.com';

/** Sent from desk to desk five days ago; today the phone system answered alone, and a message reached the right person in seconds. */
export const james: Story = {
  account: { key: 'james', name: 'James Hollowfern', city: 'Leeds' },
  contacts: [
    {
      key: 'james',
      firstName: 'James',
      lastName: 'Hollowfern',
      since: 'D-500 09:00',
      language: 'en',
      email: address,
      mobile: phone,
      preferred: 'Chat'
    }
  ],
  orders: [
    {
      number: 'ZP-000139',
      contact: 'james',
      at: 'D-40 08:00',
      channel: 'Web',
      lines: [{ sku: 'KU-101-M', quantity: 1 }]
    },
    {
      number: 'ZP-000166',
      contact: 'james',
      at: 'D-7 22:15',
      channel: 'Web',
      lines: [{ sku: 'EL-711', quantity: 2 }]
    }
  ],
  cases: [
    {
      key: 'james-archived',
      contact: 'james',
      subject: 'Strange message from my tent app',
      type: 'Question',
      origin: 'Email',
      status: 'Closed',
      owner: 'mira',
      at: 'D-420 10:00'
    },
    {
      key: 'james-jacket',
      contact: 'james',
      subject: 'Leaking jacket',
      type: 'Complaint',
      origin: 'Chat',
      group: 'Apparel',
      status: 'New',
      owner: 'mira',
      at: 'm-59'
    }
  ],
  emails: [
    {
      key: 'james-archived',
      case: 'james-archived',
      at: 'D-420 10:00',
      incoming: true,
      from: { name: 'James Hollowfern', address },
      to: 'help@zbik.example',
      subject: 'Fwd: <b>Your tent</b> has a message',
      text: 'See below, is this from you?',
      html: '<p>See below, is this <strong>from you</strong>?</p><script>window.attacked = true</script><img src="x" onerror="window.attacked = true"><p onclick="window.attacked = true">Your tent has a message.</p>'
    }
  ],
  interactions: [
    ...[
      { time: '10:02', agent: 'borys', to: { pl: 'do Odzieży', en: 'to Apparel' } },
      { time: '10:09', agent: 'tymon', to: { pl: 'do Reklamacji', en: 'to Complaints' } },
      { time: '10:15', agent: 'leszek', to: { pl: 'z prośbą o e-mail', en: 'asked to write an e-mail' } }
    ].map(({ time, agent, to }, index) => ({
      key: `james-redirect-${String(index + 1)}`,
      channel: 'Phone',
      at: `D-5 ${time}`,
      handle: phone,
      case: 'james-jacket',
      agent,
      subject: { pl: `Przekierowany ${to.pl}`, en: `Redirected: ${to.en}` },
      body: { pl: 'Kurtka przemaka na ramionach.', en: 'The jacket leaks at the shoulders.' },
      thread: 'james-redirects',
      outcome: 'Transferred' as const,
      switchedBy: 'CompanyAccepted' as const
    })),
    {
      key: 'james-ivr',
      channel: 'IVR',
      at: 'm-500',
      handle: phone,
      contact: 'james',
      case: 'james-jacket',
      subject: {
        pl: 'Status ZP-000166 podany bez człowieka; zamówiono oddzwonienie',
        en: 'State of ZP-000166 told without a person; callback booked'
      },
      outcome: 'Resolved',
      authentication: 'Verified',
      authenticatedAt: 'm-500',
      callback: 'Needed',
      carried: [
        { key: 'orderNumber', value: 'ZP-000166' },
        { key: 'callbackAt', value: '09:30' }
      ]
    },
    {
      key: 'james-chat',
      channel: 'Chat',
      at: 'm-59',
      contact: 'james',
      handle: address,
      case: 'james-jacket',
      subject: 'Leaking jacket',
      body: 'My Mist 3 lets water in at both shoulders after five weeks. I have explained this three times already.',
      authentication: 'Verified',
      authenticatedAt: 'm-60',
      carried: [
        { key: 'product', value: 'KU-101-M' },
        { key: 'orderNumber', value: 'ZP-000139' }
      ]
    }
  ],
  systemEvents: [
    {
      key: 'james-assigned',
      contact: 'james',
      case: 'james-jacket',
      at: 'm-58',
      subject: { pl: 'Przydzielono: Mira Zefirska, po 14 s', en: 'Assigned to Mira Zefirska after 14 s' }
    }
  ]
};
