import type { FieldValue, ResultRow } from '../../row.ts';
import { apex, type ApexTransaction } from './transaction.ts';

const FIELDS =
  'Id, Name, FirstName, LastName, Username, Email, ProfileId, UserRoleId, UserType, LocaleSidKey, LanguageLocaleKey, TimeZoneSidKey';

/** The running user's record, read once a transaction and user. */
export interface CurrentUser {
  text(field: string): string | null;
}

const known = new WeakMap<ApexTransaction, Map<string, CurrentUser>>();

export function currentUser(): CurrentUser {
  const context = apex();
  const { userId } = context.transaction;
  let users = known.get(context);
  if (users === undefined) known.set(context, (users = new Map()));
  let user = users.get(userId);
  if (user === undefined) users.set(userId, (user = readUser(context, userId)));
  return user;
}

/** The user's locale as JavaScript names it: `pl-PL`. */
export function userLocale(): string {
  return (currentUser().text('LocaleSidKey') ?? apex().transaction.language).replaceAll('_', '-');
}

function readUser(context: ApexTransaction, userId: string): CurrentUser {
  const { rows } = context.org.soql.query(`SELECT ${FIELDS} FROM User WHERE Id = :userId`, {
    access: 'system',
    binds: () => userId
  });
  const values: ResultRow['values'] = rows[0]?.values ?? {};
  return {
    text(field) {
      const value = values[field] as FieldValue | undefined;
      return typeof value === 'string' ? value : null;
    }
  };
}
