import { addressFields } from './address.ts';
import {
  audited,
  autoNumber,
  checkbox,
  createOnly,
  currency,
  date,
  datetime,
  defaulted,
  derived,
  double,
  longText,
  listView,
  lookup,
  nameField,
  picklist,
  polymorphic,
  readOnly,
  required,
  restrictedPicklist,
  standardObject,
  text,
  updateOnly,
  url,
  viewed
} from './notation.ts';

export const order = standardObject({
  name: 'Order',
  label: 'Order',
  plural: 'Orders',
  prefix: '801',
  system: [...audited, ...viewed],
  compactLayout: ['OrderNumber', 'AccountId', 'EffectiveDate', 'Status'],
  listViews: [
    listView('AllOrders', 'All Orders', ['OrderNumber', 'Account.Name', 'EffectiveDate', 'Status', 'Owner.Alias'])
  ],
  fields: {
    OwnerId: polymorphic('Owner ID', ['Group', 'User'], { onDelete: 'Restrict' }, defaulted),
    AccountId: lookup('Account ID', 'Account', { children: 'Orders', onDelete: 'Cascade' }),
    RecordTypeId: lookup('Record Type ID', 'RecordType'),
    Pricebook2Id: lookup('Price Book ID', 'Pricebook2', { children: 'Orders' }),
    OriginalOrderId: lookup('Order ID', 'Order', { children: 'Orders' }, createOnly),
    EffectiveDate: date('Order Start Date', required),
    EndDate: date('Order End Date'),
    IsReductionOrder: checkbox('Reduction Order', createOnly),
    Status: picklist('Status', ['Draft*', 'Activated'], required),
    Description: longText('Description', 32000),
    CustomerAuthorizedById: lookup('Customer Authorized By ID', 'Contact'),
    CustomerAuthorizedDate: date('Customer Authorized Date'),
    CompanyAuthorizedById: lookup('Company Authorized By ID', 'User'),
    CompanyAuthorizedDate: date('Company Authorized Date'),
    Type: picklist('Order Type', []),
    ...addressFields('Billing'),
    ...addressFields('Shipping'),
    Name: text('Order Name', 80),
    PoDate: date('PO Date'),
    PoNumber: text('PO Number', 80),
    OrderReferenceNumber: text('Order Reference Number', 80),
    BillToContactId: lookup('Bill To Contact ID', 'Contact'),
    ShipToContactId: lookup('Ship To Contact ID', 'Contact'),
    TotalAmount: currency('Order Amount', readOnly, { nillable: false, defaultedOnCreate: true }),
    ActivatedDate: datetime('Activated Date', updateOnly),
    ActivatedById: lookup('Activated By ID', 'User', {}, updateOnly),
    StatusCode: restrictedPicklist(
      'Status Category',
      ['Draft*', 'Activated', 'Canceled', 'Expired'],
      { length: 40 },
      defaulted,
      updateOnly
    ),
    OrderNumber: autoNumber('Order Number', '{00000000}', nameField)
  }
});

export const orderItem = standardObject({
  name: 'OrderItem',
  label: 'Order Product',
  plural: 'Order Products',
  prefix: '802',
  sharingModel: 'ControlledByParent',
  system: audited,
  fields: {
    Product2Id: lookup('Product ID', 'Product2', {}, createOnly),
    OrderId: lookup('Order ID', 'Order', { children: 'OrderItems', masterDetail: true }, required, createOnly),
    PricebookEntryId: lookup(
      'Price Book Entry ID',
      'PricebookEntry',
      { children: 'OrderItems', onDelete: 'Restrict' },
      required,
      createOnly
    ),
    OriginalOrderItemId: lookup('Original Order Item ID', 'OrderItem', { children: 'ChildOrderItems' }, createOnly),
    Quantity: double('Quantity', 18, 2, required),
    UnitPrice: currency('Unit Price'),
    ListPrice: currency('List Price', createOnly),
    TotalPrice: currency('Total Price', derived('UnitPrice * Quantity')),
    ServiceDate: date('Start Date'),
    EndDate: date('End Date'),
    Description: text('Line Description', 255),
    OrderItemNumber: autoNumber('Order Product Number', '{0000000000}', nameField)
  }
});

export const product = standardObject({
  name: 'Product2',
  label: 'Product',
  plural: 'Products',
  prefix: '01t',
  system: [...audited, ...viewed],
  compactLayout: ['Name', 'ProductCode', 'Family', 'IsActive'],
  listViews: [listView('AllProducts', 'All Products', ['Name', 'ProductCode', 'Family', 'IsActive'])],
  fields: {
    Name: text('Product Name', 255, required, nameField),
    ProductCode: text('Product Code', 255),
    Description: longText('Product Description', 4000),
    IsActive: checkbox('Active'),
    Family: picklist('Product Family', []),
    ExternalId: text('External ID', 255),
    DisplayUrl: url('Display URL', { length: 1000, groupable: false }),
    QuantityUnitOfMeasure: picklist('Quantity Unit Of Measure', []),
    StockKeepingUnit: text('Product SKU', 180),
    IsArchived: checkbox('Archived', readOnly)
  }
});

export const pricebook = standardObject({
  name: 'Pricebook2',
  label: 'Price Book',
  plural: 'Price Books',
  prefix: '01s',
  system: [...audited, ...viewed],
  compactLayout: ['Name', 'IsActive'],
  listViews: [listView('AllPriceBooks', 'All Price Books', ['Name', 'Description', 'IsActive', 'IsStandard'])],
  fields: {
    Name: text('Price Book Name', 255, required, nameField),
    IsActive: checkbox('Active'),
    IsArchived: checkbox('Archived', readOnly),
    Description: text('Description', 255),
    IsStandard: checkbox('Is Standard Price Book', readOnly)
  }
});

export const pricebookEntry = standardObject({
  name: 'PricebookEntry',
  label: 'Price Book Entry',
  plural: 'Price Book Entries',
  prefix: '01u',
  system: audited,
  fields: {
    Name: text('Product Name', 255, nameField, { indexed: false }, derived('Product2.Name')),
    Pricebook2Id: lookup(
      'Price Book ID',
      'Pricebook2',
      { children: 'PricebookEntries', onDelete: 'Cascade' },
      required,
      createOnly
    ),
    Product2Id: lookup(
      'Product ID',
      'Product2',
      { children: 'PricebookEntries', onDelete: 'Cascade' },
      required,
      createOnly
    ),
    UnitPrice: currency('List Price', required),
    IsActive: checkbox('Active'),
    UseStandardPrice: checkbox('Use Standard Price'),
    ProductCode: text('Product Code', 255, derived('Product2.ProductCode')),
    IsArchived: checkbox('Archived', readOnly)
  }
});
