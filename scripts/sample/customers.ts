import type { NewRecord } from '../lib/ensure.ts';
import { record, type Company } from './company.ts';
import type { AccountOf, ConsentOf, ContactOf, IdentityOf, Story } from './story.ts';

export function accountRow(account: AccountOf): NewRecord {
  return record({
    Sample_Key__c: account.key,
    Name: account.name,
    Tier__c: account.tier ?? 'Standard',
    BillingCity: account.city,
    BillingCountry: account.city === undefined ? undefined : 'Polska'
  });
}

export function contactRow(company: Company, contact: ContactOf, { account }: Story): NewRecord {
  return record({
    Sample_Key__c: contact.key,
    AccountId: company.id('Account', account.key),
    FirstName: contact.firstName,
    LastName: contact.lastName,
    Title: contact.title && company.text(contact.title),
    Email: contact.email,
    Phone: contact.phone,
    MobilePhone: contact.mobile,
    MailingCity: contact.city ?? account.city,
    Yeti_Language__c: contact.language,
    Yeti_Preferred_Channel__c: contact.preferred,
    Yeti_Note__c: contact.note && company.text(contact.note),
    Yeti_Note_Expires__c: contact.noteExpires && company.moments.day(contact.noteExpires),
    CreatedDate: company.moments.at(contact.since)
  });
}

export function identityRow(company: Company, identity: IdentityOf): NewRecord {
  const contactId = company.id('Contact', identity.contact);
  return record({
    Key__c: `${identity.kind}|${identity.handle}|${contactId}`,
    Contact__c: contactId,
    Kind__c: identity.kind,
    Handle__c: identity.handle,
    Status__c: identity.unlinked ? 'Unlinked' : 'Linked',
    Verified__c: identity.verifiedAt !== undefined,
    Verified_At__c: identity.verifiedAt && company.moments.at(identity.verifiedAt),
    Basis__c: identity.basis
  });
}

export function consentRow(company: Company, consent: ConsentOf): NewRecord {
  return record({
    External_Id__c: `sample|${consent.contact}|${consent.channel ?? '*'}|${consent.purpose}|${consent.status}`,
    Contact__c: company.id('Contact', consent.contact),
    Channel__c: consent.channel,
    Purpose__c: consent.purpose,
    Status__c: consent.status,
    Effective_At__c: company.moments.at(consent.at),
    Source__c: company.text(consent.source)
  });
}
