/** A value as text for the user, where the org gave no display value. */
export function formatValue(
  value: unknown,
  dataType: string,
  user: { readonly locale: string; readonly timeZone: string; readonly currency: string }
): string {
  if (value === null || value === undefined || value === '') return '';
  const locale = user.locale.replace('_', '-');
  switch (dataType) {
    case 'DateTime':
      return new Intl.DateTimeFormat(locale, {
        dateStyle: 'short',
        timeStyle: 'short',
        timeZone: user.timeZone
      }).format(new Date(String(value)));
    case 'Date':
      return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'UTC' }).format(new Date(String(value)));
    case 'Currency':
      return new Intl.NumberFormat(locale, { style: 'currency', currency: user.currency }).format(Number(value));
    case 'Percent':
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 }).format(Number(value) / 100);
    case 'Int':
    case 'Double':
      return new Intl.NumberFormat(locale).format(Number(value));
    case 'MultiPicklist':
      return String(value).split(';').join('; ');
    default:
      return String(value);
  }
}
