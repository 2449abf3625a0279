import { test } from 'vitest';
import { apexOrg } from '../compiler/support.ts';
import { expectValues } from './support.ts';

/** The clock stands at 2026-11-21 09:30 UTC, the user's zone is GMT, the locale en_US. */
const org = apexOrg();

test('Date', () => {
  expectValues(org, {
    'Date.today()': '2026-11-21 00:00:00',
    'Date.newInstance(2024, 2, 29).addYears(1)': '2025-02-28 00:00:00',
    'Date.newInstance(2026, 1, 31).addMonths(1)': '2026-02-28 00:00:00',
    'Date.newInstance(2026, 3, 1).addDays(-1)': '2026-02-28 00:00:00',
    'Date.newInstance(2026, 1, 1).daysBetween(Date.newInstance(2026, 12, 31))': '364',
    'Date.newInstance(2026, 1, 31).monthsBetween(Date.newInstance(2026, 3, 1))': '2',
    'Date.newInstance(2026, 11, 21).dayOfYear()': '325',
    'Date.newInstance(2026, 11, 21).toStartOfWeek()': '2026-11-15 00:00:00',
    'Date.newInstance(2026, 11, 21).toStartOfMonth().day()': '1',
    'Date.isLeapYear(2100)': 'false',
    'Date.daysInMonth(2024, 2)': '29',
    "Date.valueOf('2026-03-01')": '2026-03-01 00:00:00',
    "Date.valueOf('soon')": 'System.TypeException: Invalid date: soon',
    "Date.parse('3/14/2026')": '2026-03-14 00:00:00',
    'Date.newInstance(2026, 3, 14).format()': '3/14/2026'
  });
});

test('Datetime', () => {
  expectValues(org, {
    'Datetime.now()': '2026-11-21 09:30:00',
    "Datetime.newInstanceGmt(2026, 7, 1, 12, 0, 0).format('yyyy-MM-dd HH:mm z', 'Europe/Warsaw')":
      '2026-07-01 14:00 GMT+2',
    "Datetime.newInstanceGmt(2026, 7, 1, 0, 5, 9).formatGmt('EEE d MMM yy h:mm:ss a')": 'Wed 1 Jul 26 12:05:09 AM',
    "Datetime.newInstanceGmt(2026, 7, 1).formatGmt('yyyy-MM-dd\\'T\\'HH:mm:ss.SSS\\'Z\\'')": '2026-07-01T00:00:00.000Z',
    "Datetime.newInstanceGmt(2026, 7, 1, 12, 0, 0).format('Z', 'America/New_York')": '-0400',
    'Datetime.newInstanceGmt(2026, 3, 14, 17, 6, 0).format()': '3/14/2026, 5:06 PM',
    "Datetime.valueOf('2026-03-14 17:06:07').getTime()": '1773507967000',
    "Datetime.valueOfGmt('2026-03-14 17:06:07').addHours(8).dateGmt()": '2026-03-15 00:00:00',
    'Datetime.newInstance(0).addDays(1).addMinutes(-1)': '1970-01-01 23:59:00',
    'Datetime.newInstanceGmt(2026, 1, 31).addMonths(1).dayGmt()': '28',
    "Datetime.newInstance(2026, 1, 1).format('q')": "System.IllegalArgumentException: Illegal pattern character 'q'"
  });
});

test('the hour stays when the clocks change, in the zone of the user', () => {
  org.store.run('UPDATE "User" SET "TimeZoneSidKey" = ? WHERE "Id" = ?', ['Europe/Warsaw', org.adminId]);
  expectValues(org, {
    'Datetime.newInstance(2026, 3, 28, 12, 0, 0)': '2026-03-28 11:00:00',
    'Datetime.newInstance(2026, 3, 28, 12, 0, 0).addDays(1)': '2026-03-29 10:00:00',
    'Datetime.newInstance(2026, 3, 28, 12, 0, 0).addDays(1).hour()': '12',
    'String.valueOf(Datetime.newInstanceGmt(2026, 3, 29, 22, 30, 0))': '2026-03-30 00:30:00',
    'UserInfo.getTimeZone().getOffset(Datetime.newInstanceGmt(2026, 7, 1))': '7200000'
  });
  org.store.run('UPDATE "User" SET "TimeZoneSidKey" = ? WHERE "Id" = ?', ['GMT', org.adminId]);
});

test('Time wraps round midnight', () => {
  expectValues(org, {
    'Time.newInstance(23, 30, 0, 0).addHours(1)': '00:30:00.000Z',
    'Time.newInstance(1, 2, 3, 4).millisecond()': '4'
  });
});
