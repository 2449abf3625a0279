import {
  audited,
  checkbox,
  currency,
  date,
  defaulted,
  derived,
  double,
  listView,
  longText,
  lookup,
  nameField,
  picklist,
  readOnly,
  required,
  standardObject,
  text,
  viewed
} from './notation.ts';

export const asset = standardObject({
  name: 'Asset',
  label: 'Asset',
  plural: 'Assets',
  prefix: '02i',
  system: [...audited, ...viewed],
  compactLayout: ['Name', 'Product2Id', 'SerialNumber', 'PurchaseDate', 'Status'],
  listViews: [
    listView('AllAssets', 'All Assets', [
      'Name',
      'SerialNumber',
      'Account.Name',
      'Contact.Name',
      'Status',
      'InstallDate'
    ])
  ],
  fields: {
    ContactId: lookup('Contact ID', 'Contact', { children: 'Assets', onDelete: 'Restrict' }),
    AccountId: lookup('Account ID', 'Account', { children: 'Assets', onDelete: 'Cascade' }),
    ParentId: lookup('Parent Asset ID', 'Asset', { children: 'ChildAssets' }),
    Product2Id: lookup('Product ID', 'Product2', { children: 'Assets' }),
    ProductCode: text('Product Code', 255, derived('Product2.ProductCode')),
    IsCompetitorProduct: checkbox('Competitor Asset'),
    Name: text('Asset Name', 255, required, nameField),
    SerialNumber: text('Serial Number', 80),
    InstallDate: date('Install Date'),
    PurchaseDate: date('Purchase Date'),
    UsageEndDate: date('Usage End Date'),
    ManufactureDate: date('Manufacture Date'),
    Status: picklist('Status', ['Purchased', 'Shipped', 'Installed', 'Registered', 'Obsolete']),
    Price: currency('Price'),
    Quantity: double('Quantity', 12, 2),
    Description: longText('Description', 32000),
    OwnerId: lookup('Asset Owner ID', 'User', { onDelete: 'Restrict' }, defaulted),
    IsInternal: checkbox('Internal Asset'),
    StockKeepingUnit: text('Product SKU', 180, readOnly, derived('Product2.StockKeepingUnit')),
    ExternalIdentifier: text('External Id', 255)
  }
});
