import type { AgentOf } from '../company/agents.ts';

/** Somebody who answers complaints at the bank. */
export interface BankAgent extends AgentOf {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Everybody is there and free when a day begins. */
export const bankAgents: readonly BankAgent[] = [
  agent('Ada', 'Alder', { Mortgages: 9, Hardship: 8, Accounts: 3 }),
  agent('Amos', 'Birchall', { Mortgages: 7, Hardship: 6, Lending: 5, StateLawWest: 5 }),
  agent('Bela', 'Clover', { Mortgages: 6, Hardship: 5, Regulators: 6, Correspondence: 5 }),
  agent('Cyrus', 'Dale', { Mortgages: 5, Lending: 6, Regulators: 5, StateLawWest: 4, Hardship: 4 }),
  agent('Dora', 'Elmwood', { Mortgages: 8, Hardship: 7, Correspondence: 6, Regulators: 4 }),
  agent('Edna', 'Fallow', { CreditReporting: 9, Disputes: 7, StateLawWest: 5, Fraud: 4 }),
  agent('Floyd', 'Glen', { CreditReporting: 7, Disputes: 5, Regulators: 5, Correspondence: 4 }),
  agent('Greta', 'Hollis', { CreditReporting: 6, Disputes: 6, Fraud: 6, Correspondence: 6 }),
  agent('Homer', 'Juniper', { Collections: 8, Legal: 7, Disputes: 7, StateLawEast: 6 }),
  agent('Ida', 'Kestrel', {
    Collections: 7,
    Disputes: 5,
    Hardship: 4,
    StateLawWest: 6,
    Legal: 4,
    Fraud: 4,
    Lending: 2
  }),
  agent('Josie', 'Larkin', {
    Collections: 6,
    Disputes: 6,
    Correspondence: 5,
    Regulators: 5,
    StudentLoans: 3,
    Lending: 4
  }),
  agent('Knox', 'Moss', { Accounts: 8, Payments: 7, Regulators: 6, Hardship: 5, Cards: 4 }),
  agent('Lena', 'Nettle', { Accounts: 7, Cards: 6, Disputes: 4, StateLawWest: 5, Correspondence: 5 }),
  agent('Miles', 'Oakes', { Cards: 8, Disputes: 6, Fraud: 5, Accounts: 5, Regulators: 4 }),
  agent('Nell', 'Plover', { Fraud: 9, Cards: 7, Payments: 6, CreditReporting: 5, Collections: 4 }),
  agent('Olive', 'Rowan', { Lending: 8, StudentLoans: 7, Hardship: 6, Payments: 4, Regulators: 5 })
];

function agent(firstName: string, lastName: string, skills: AgentOf['skills']): BankAgent {
  const name = `${firstName}.${lastName}`.toLowerCase();
  const username = `${name}@bank.example`;
  return { key: name, username, firstName, lastName, presence: 'Available', open: 0, capacity: 5, skills };
}
