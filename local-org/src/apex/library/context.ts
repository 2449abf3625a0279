import { StringException } from '../runtime/index.ts';
import { enumConstant } from '../runtime/objects.ts';
import { meter, type LimitName } from '../runtime/limits.ts';
import { currentUser } from '../runtime/user.ts';
import { apex } from '../runtime/transaction.ts';
import { apexClass, apexEnum, type Members } from './declare.ts';
import { zoneOfUser } from './dates.ts';

const of = (field: string) => (): string | null => currentUser().text(field);

const userInfo = apexClass('UserInfo', {
  'static String getUserId()': () => apex().transaction.userId,
  'static String getUserName()': of('Username'),
  'static String getName()': of('Name'),
  'static String getFirstName()': of('FirstName'),
  'static String getLastName()': of('LastName'),
  'static String getUserEmail()': of('Email'),
  'static String getUserType()': of('UserType'),
  'static Id getProfileId()': of('ProfileId'),
  'static Id getUserRoleId()': of('UserRoleId'),
  'static String getLanguage()': of('LanguageLocaleKey'),
  'static String getLocale()': of('LocaleSidKey'),
  'static TimeZone getTimeZone()': zoneOfUser,
  'static String getOrganizationId()': () => apex().org.organization.id,
  'static String getOrganizationName()': () => apex().org.organization.name,
  'static Boolean isMultiCurrencyOrganization()': () => false
});

/** The methods of `Limits` and what they count. */
const COUNTED: Readonly<Record<string, LimitName>> = {
  Queries: 'queries',
  AggregateQueries: 'aggregateQueries',
  QueryRows: 'queryRows',
  QueryLocatorRows: 'queryLocatorRows',
  DmlStatements: 'dmlStatements',
  DmlRows: 'dmlRows',
  Callouts: 'callouts',
  EmailInvocations: 'emailInvocations',
  FutureCalls: 'futureCalls',
  QueueableJobs: 'queueableJobs',
  PublishImmediateDML: 'publishImmediateDML',
  MobilePushApexCalls: 'mobilePushApexCalls',
  SoslQueries: 'soslQueries'
};

const counted: Members = Object.fromEntries(
  Object.entries(COUNTED).flatMap(([method, name]) => [
    [`static Integer get${method}()`, () => apex().limits.used(name)],
    [`static Integer getLimit${method}()`, () => apex().limits.ceilings[name]]
  ])
);

// The heap is not measured: getHeapSize is absent, so that code relying on it does not compile.
const limitsType = apexClass('Limits', {
  ...counted,
  'static Integer getCpuTime()': () => apex().limits.cpuTime(meter.left),
  'static Integer getLimitCpuTime()': () => apex().limits.cpuCeiling
});

class ApexRequest {
  readonly apexType = 'Request';
}

const requestType = apexClass('Request', {
  'static Request getCurrent()': () => new ApexRequest(),
  'String getRequestId()': () => apex().requestId,
  'Quiddity getQuiddity()': () => enumConstant('Quiddity', apex().quiddity)
});

const QUIDDITIES = [
  'ANONYMOUS',
  'AURA',
  'BATCH_ACS',
  'BATCH_APEX',
  'BATCH_CHUNK_PARALLEL',
  'BATCH_CHUNK_SERIAL',
  'BULK_API',
  'COMMERCE_INTEGRATION',
  'DISCOVERABLE_LOGIN',
  'EXTERNAL_SERVICE_CALLBACK',
  'FLOW',
  'FUNCTION_CALLBACK',
  'FUTURE',
  'INBOUND_EMAIL_SERVICE',
  'INVOCABLE_ACTION',
  'IOT',
  'PLATFORM_EVENT_PUBLISH_CALLBACK',
  'POST_INSTALL_SCRIPT',
  'QUEUEABLE',
  'QUICK_ACTION',
  'REMOTE_ACTION',
  'REST',
  'RUNTEST_ASYNC',
  'RUNTEST_DEPLOY',
  'RUNTEST_SYNC',
  'SCHEDULED',
  'SOAP',
  'SYNCHRONOUS',
  'TRANSACTION_FINALIZER_QUEUEABLE',
  'UNDEFINED',
  'VF'
];

const featureManagement = apexClass('FeatureManagement', {
  'static Boolean checkPermission(String name)': (name: string | null) => {
    if (name === null) throw new StringException('Argument 1 cannot be null');
    return apex().transaction.access().customPermission(name);
  }
});

export const contextTypes = [userInfo, limitsType, requestType, apexEnum('Quiddity', QUIDDITIES), featureManagement];
