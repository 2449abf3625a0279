import type { FieldDef } from './types.ts';

/** What list views call their columns, and the field path behind each name. */

const common: Readonly<Record<string, string>> = {
  NAME: 'Name',
  CREATED_DATE: 'CreatedDate',
  CREATEDBY_USER: 'CreatedBy.Name',
  'CREATEDBY_USER.ALIAS': 'CreatedBy.Alias',
  LAST_UPDATE: 'LastModifiedDate',
  UPDATEDBY_USER: 'LastModifiedBy.Name',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedBy.Alias',
  LAST_ACTIVITY: 'LastActivityDate',
  'OWNER.ALIAS': 'Owner.Alias',
  'OWNER.FIRST_NAME': 'Owner.FirstName',
  'OWNER.LAST_NAME': 'Owner.LastName',
  RECORDTYPE: 'RecordType.Name',
  OBJECT_ID: 'Id'
};

const owner: Readonly<Record<string, string>> = {
  'CORE.USERS.ALIAS': 'Owner.Alias',
  'CORE.USERS.FIRST_NAME': 'Owner.FirstName',
  'CORE.USERS.LAST_NAME': 'Owner.LastName'
};

const byObject: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Account: {
    ...owner,
    'ACCOUNT.NAME': 'Name',
    'ACCOUNT.SITE': 'Site',
    'ACCOUNT.PHONE1': 'Phone',
    'ACCOUNT.FAX': 'Fax',
    'ACCOUNT.TYPE': 'Type',
    'ACCOUNT.INDUSTRY': 'Industry',
    'ACCOUNT.RATING': 'Rating',
    'ACCOUNT.URL': 'Website',
    'ACCOUNT.SALES': 'AnnualRevenue',
    'ACCOUNT.EMPLOYEES': 'NumberOfEmployees',
    'ACCOUNT.ACCOUNT_NUMBER': 'AccountNumber',
    'ACCOUNT.ADDRESS1_CITY': 'BillingCity',
    'ACCOUNT.ADDRESS1_STATE': 'BillingState',
    'ACCOUNT.ADDRESS1_ZIP': 'BillingPostalCode',
    'ACCOUNT.ADDRESS1_COUNTRY': 'BillingCountry',
    'ACCOUNT.CREATED_DATE': 'CreatedDate',
    'ACCOUNT.LAST_UPDATE': 'LastModifiedDate',
    'ACCOUNT.LAST_ACTIVITY': 'LastActivityDate'
  },
  Contact: {
    ...owner,
    FULL_NAME: 'Name',
    'CONTACT.FIRST_NAME': 'FirstName',
    'CONTACT.LAST_NAME': 'LastName',
    'CONTACT.TITLE': 'Title',
    'CONTACT.EMAIL': 'Email',
    'CONTACT.PHONE1': 'Phone',
    'CONTACT.PHONE3': 'MobilePhone',
    'CONTACT.FAX': 'Fax',
    'CONTACT.LEAD_SOURCE': 'LeadSource',
    'CONTACT.CREATED_DATE': 'CreatedDate',
    'CONTACT.LAST_UPDATE': 'LastModifiedDate',
    'CONTACT.LAST_ACTIVITY': 'LastActivityDate',
    'ACCOUNT.NAME': 'Account.Name'
  },
  Case: {
    ...owner,
    NAME: 'Contact.Name',
    'ACCOUNT.NAME': 'Account.Name',
    OWNER_NAME: 'Owner.Name',
    'CASES.CASE_NUMBER': 'CaseNumber',
    'CASES.SUBJECT': 'Subject',
    'CASES.STATUS': 'Status',
    'CASES.PRIORITY': 'Priority',
    'CASES.ORIGIN': 'Origin',
    'CASES.TYPE': 'Type',
    'CASES.REASON': 'Reason',
    'CASES.CLOSED': 'IsClosed',
    'CASES.ESCALATION': 'IsEscalated',
    'CASES.CREATED_DATE': 'CreatedDate',
    'CASES.CREATED_DATE_DATE_ONLY': 'CreatedDate',
    'CASES.CLOSED_DATE': 'ClosedDate',
    'CASES.LAST_UPDATE': 'LastModifiedDate',
    'CASES.RECORDTYPE': 'RecordType.Name'
  },
  Task: {
    ...owner,
    SUBJECT: 'Subject',
    STATUS: 'Status',
    PRIORITY: 'Priority',
    DUE_DATE: 'ActivityDate',
    WHO_NAME: 'Who.Name',
    WHAT_NAME: 'What.Name'
  },
  Order: {
    ...owner,
    'ORDERS.ORDER_NUMBER': 'OrderNumber',
    'ORDERS.STATUS': 'Status',
    'ORDERS.EFFECTIVE_DATE': 'EffectiveDate',
    'SALES.ACCOUNT.NAME': 'Account.Name'
  },
  Product2: {
    'PRODUCT2.NAME': 'Name',
    'PRODUCT2.CUSTOMER_PRODUCT_ID': 'ProductCode',
    'PRODUCT2.ACTIVE': 'IsActive',
    'PRODUCT2.FAMILY_ENUM': 'Family'
  }
};

interface HasFields {
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldDef>;
}

/** The field path behind a list view's column, or undefined if the object has no such column. */
export function columnPath(object: HasFields, column: string): string | undefined {
  const path = byObject[object.name]?.[column] ?? common[column];
  const field = (name: string): FieldDef | undefined => object.fields.get(name.toLowerCase());
  if (path === undefined) {
    const custom = field(column);
    return custom?.custom ? custom.name : undefined;
  }
  const [first = '', second] = path.split('.');
  if (second === undefined) return field(first) && path;
  const lookup = [...object.fields.values()].some((each) => each.reference?.relationshipName === first);
  return lookup ? path : undefined;
}
