import { NameMap } from './nameMap.ts';
import type { Draft, ObjectDraft } from './draft.ts';
import { withPlatformTexts } from './platformTexts.ts';
import type { ChildRelationship, FieldDef, ObjectDef, Schema } from './types.ts';

function childRelationships(objects: Iterable<ObjectDraft>): Map<string, ChildRelationship[]> {
  const children = new Map<string, ChildRelationship[]>();
  for (const object of objects) {
    if (!object.queryable) continue;
    for (const field of object.fields.values()) {
      const { reference } = field;
      if (!reference) continue;
      for (const parent of reference.to) {
        const key = parent.toLowerCase();
        const list = children.get(key) ?? [];
        children.set(key, list);
        list.push({
          childObject: object.name,
          field: field.name,
          ...(reference.childRelationshipName === undefined
            ? {}
            : { relationshipName: reference.childRelationshipName }),
          cascadeDelete: reference.onDelete === 'Cascade',
          restrictedDelete: reference.onDelete === 'Restrict'
        });
      }
    }
  }
  return children;
}

/** The schema of a complete draft. */
export function finishSchema(draft: Draft): Schema {
  const children = childRelationships(draft.objects.values());
  const objects = new NameMap<ObjectDef>();
  const byPrefix = new Map<string, ObjectDef>();
  for (const object of draft.objects.values()) {
    const finished: ObjectDef = { ...object, childRelationships: children.get(object.name.toLowerCase()) ?? [] };
    objects.set(object.name, finished);
    if (object.keyPrefix !== '') byPrefix.set(object.keyPrefix, finished);
  }
  const all = [...objects.values()];
  return {
    object: (name) => objects.get(name),
    field: (object, field): FieldDef | undefined => objects.get(object)?.fields.get(field.toLowerCase()),
    objects: () => all,
    objectOfId: (id) => byPrefix.get(id.slice(0, 3)),
    labels: draft.labels,
    permissionSets: draft.permissionSets,
    permissionSetGroups: draft.permissionSetGroups,
    profiles: draft.profiles,
    customPermissions: draft.customPermissions,
    globalValueSets: draft.globalValueSets,
    apps: draft.apps,
    tabs: draft.tabs,
    flexiPages: draft.flexiPages,
    layouts: draft.layouts,
    queues: draft.queues,
    ...(draft.omni ? { omni: draft.omni } : {}),
    messageChannels: draft.messageChannels,
    staticResources: draft.staticResources,
    bundles: draft.bundles,
    translations: withPlatformTexts(draft.translations, objects.values())
  };
}
