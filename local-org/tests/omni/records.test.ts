import { describe, expect, it } from 'vitest';
import { deployTexts } from '../deploy/support.ts';
import { testOrg } from '../support/org.ts';
import { codes, insert, save, stored, type Values } from '../support/things.ts';
import {
  dispatch,
  idOf,
  linearMatcher,
  omniFiles,
  omniOrg,
  onlineAgent,
  routingValues,
  settle,
  statusesOf,
  workId
} from './support.ts';

const routing = 'PendingServiceRouting';

describe('work to be routed', () => {
  it('says at creation what it is and where it comes from, and never again', () => {
    const org = omniOrg();
    const item = insert(org, 'Case', {});
    const Id = insert(org, routing, routingValues(org, item));
    const fixed: Values[] = [
      { WorkItemId: insert(org, 'Case', {}) },
      { RoutingType: 'QueueBased' },
      { IsPreferredUserRequired: true }
    ];
    const results = save(
      org,
      'update',
      fixed.map((values) => ({ Id, ...values })),
      {},
      routing
    );
    expect(codes(results)).toEqual(fixed.map(() => 'INVALID_FIELD_FOR_INSERT_UPDATE'));
    expect(codes(save(org, 'update', [{ Id, RoutingPriority: 3 }], {}, routing))).toEqual([undefined]);
    const kept = { IsPushed: true, GroupId: idOf(org, 'Group', 'Desk'), Serial: 1 };
    for (const [field, value] of Object.entries(kept)) {
      const given = { ...routingValues(org, insert(org, 'Case', {})), [field]: value };
      expect(codes(save(org, 'insert', [given], {}, routing))).toEqual(['INVALID_FIELD_FOR_INSERT_UPDATE']);
    }
  });

  it('is there once for a record; when it is gone there may be another', () => {
    const org = omniOrg();
    const { item, routing: first } = dispatch(org);
    expect(codes(save(org, 'insert', [routingValues(org, item)], {}, routing))).toEqual(['DUPLICATE_VALUE']);
    save(org, 'delete', [{ Id: first }], {}, routing);
    expect(codes(save(org, 'insert', [routingValues(org, item)], {}, routing))).toEqual([undefined]);
  });

  it('is not edited once it is ready, nor what it needs', () => {
    const org = omniOrg();
    const { routing: Id } = dispatch(org);
    const edits: Values[] = [{ RoutingPriority: 9 }, { IsReadyForRouting: false }, { DropAdditionalSkillsTimeout: 5 }];
    for (const values of edits) {
      expect(codes(save(org, 'update', [{ Id, ...values }], {}, routing))).toEqual(['INVALID_OPERATION']);
    }
    const need = { RelatedRecordId: Id, SkillId: idOf(org, 'Skill', 'Lamps'), SkillLevel: 1 };
    expect(codes(save(org, 'insert', [need], {}, 'SkillRequirement'))).toEqual(['INVALID_OPERATION']);
  });

  it('is complete when it is ready, on the channel of its record', () => {
    const org = omniOrg();
    const item = insert(org, 'Case', {});
    const values = routingValues(org, item);
    const refused: Values[] = [
      { ...values, CapacityWeight: null, IsReadyForRouting: true },
      { ...values, ServiceChannelId: null },
      { ...values, CapacityPercentage: 20, IsReadyForRouting: true },
      { ...values, RoutingModel: 'Fastest' },
      { ...values, WorkItemId: insert(org, 'Account', { Name: 'Acme' }) }
    ];
    expect(refused.map((each) => codes(save(org, 'insert', [each], {}, routing))[0])).toEqual([
      'REQUIRED_FIELD_MISSING',
      'REQUIRED_FIELD_MISSING',
      'UNSUPPORTED',
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'FIELD_INTEGRITY_EXCEPTION'
    ]);
  });

  it('goes with its record, also when that is merged into another that waits too', () => {
    const org = omniOrg();
    const master = dispatch(org);
    const loser = dispatch(org);
    const options = { access: 'system', allOrNone: true } as const;
    const result = org.transact(org.adminId, () =>
      org.records.merge({ type: 'Case', values: { Id: master.item } }, [loser.item], options)
    );
    expect(result.errors).toEqual([]);
    expect(stored(org, routing, loser.routing)).toMatchObject({ IsDeleted: 1, WorkItemId: loser.item });
    expect(stored(org, routing, master.routing)).toMatchObject({ IsDeleted: 0 });
  });

  it('is gone when its record is deleted', () => {
    const org = omniOrg();
    const { item, routing: Id } = dispatch(org);
    save(org, 'delete', [{ Id: item }], {}, 'Case');
    expect(stored(org, routing, Id)).toMatchObject({ IsDeleted: 1 });
  });
});

it('what Omni-Channel records, nobody else writes', async () => {
  const org = omniOrg();
  const ada = onlineAgent(org, 'Ada');
  const { item } = dispatch(org);
  await settle(org);
  const closed = { Id: workId(org, item), Status: 'Closed' };
  expect(codes(save(org, 'update', [closed], {}, 'AgentWork'))).toEqual(['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY']);
  const given: readonly (readonly [string, Record<string, string>])[] = [
    ['AgentWork', { WorkItemId: item, UserId: ada }],
    ['UserServicePresence', { UserId: ada }],
    ['Skill', { DeveloperName: 'New', MasterLabel: 'New' }]
  ];
  for (const [object, values] of given)
    expect(codes(save(org, 'insert', [values], {}, object))).toEqual(['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY']);
});

it('a user has one service resource', () => {
  const org = omniOrg();
  const ada = onlineAgent(org, 'Ada');
  const twin = { Name: 'Ada again', RelatedRecordId: ada, ResourceType: 'A', IsActive: true };
  expect(codes(save(org, 'insert', [twin], {}, 'ServiceResource'))).toEqual(['DUPLICATE_VALUE']);
});

describe('the metadata of Omni-Channel', () => {
  const settings = { 'settings/OmniChannel.settings': omniFiles['settings/OmniChannel.settings'] ?? '' };
  const channel = (label: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><ServiceChannel xmlns="http://soap.sforce.com/2006/04/metadata"><label>${label}</label><relatedEntityType>Case</relatedEntityType></ServiceChannel>`;

  it('deploys only where Omni-Channel is enabled; before that its objects are not there', async () => {
    const org = testOrg({ createMatcher: linearMatcher });
    expect(org.omni.enabled).toBe(false);
    expect(org.schema.object('AgentWork')).toBeUndefined();
    const files = { 'serviceChannels/Case.serviceChannel': channel('Cases') };
    const early = await deployTexts(org, { ServiceChannel: ['Case'] }, files);
    expect(early.details?.componentFailures?.[0]?.problem).toMatch(/needs Omni-Channel, which is not enabled/);
    expect((await deployTexts(org, { Settings: ['OmniChannel'] }, settings)).success).toBe(true);
    expect(org.omni.enabled).toBe(true);
    expect((await deployTexts(org, { ServiceChannel: ['Case'] }, files)).success).toBe(true);
    expect(
      org.soql.query('SELECT DeveloperName, RelatedEntity FROM ServiceChannel', { access: 'system' }).rows
    ).toHaveLength(1);
  });

  it('has one channel an object', async () => {
    const org = omniOrg();
    const files = { 'serviceChannels/More.serviceChannel': channel('More') };
    const result = await deployTexts(org, { ServiceChannel: ['More'] }, files);
    expect(result.details?.componentFailures?.[0]?.problem).toBe('Case already has the service channel Case');
  });

  it('names no channel, configuration, reason or status that is not there', () => {
    for (const [file, text, problem] of [
      ['queues/Desk.queue', '<name>D</name><queueRoutingConfig>Slow</queueRoutingConfig>', 'configuration Slow'],
      [
        'servicePresenceStatuses/X.servicePresenceStatus',
        '<channels><channel>Y</channel></channels><label>X</label>',
        'channel Y'
      ],
      [
        'presenceUserConfigs/X.presenceUserConfig',
        '<capacity>1</capacity><declineReasons>Z</declineReasons><label>X</label>',
        'reason Z'
      ]
    ] as const) {
      expect(() => omniOrg({ files: { [file]: text } })).toThrow(problem);
    }
  });
});

it('an org without a matcher keeps the records, routes nothing and says so', async () => {
  const org = omniOrg({ createMatcher: undefined });
  const { item } = dispatch(org);
  await settle(org);
  expect(statusesOf(org, item)).toEqual([]);
  expect(() => org.omni.setPresence(org.adminId, null)).toThrow(
    'Omni-Channel is off: this local org was opened without a matcher'
  );
});
