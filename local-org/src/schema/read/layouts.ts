import type { ObjectDraft, Source } from '../draft.ts';
import {
  flag,
  ignored,
  many,
  mark,
  oneOf,
  optional,
  record,
  required,
  text,
  unsupported,
  withDefault,
  type Mark,
  type Read
} from '../shape.ts';
import { columnPath } from '../columns.ts';
import type { LayoutDef } from '../types.ts';

export const layout = record({
  layoutSections: many(
    record({
      customLabel: ignored,
      detailHeading: ignored,
      editHeading: ignored,
      label: optional(text),
      style: required(oneOf('TwoColumnsTopToBottom', 'TwoColumnsLeftToRight', 'OneColumn', 'CustomLinks')),
      layoutColumns: many(
        record({
          reserved: ignored,
          layoutItems: many(
            record({
              behavior: withDefault(oneOf('Edit', 'Required', 'Readonly'), 'Edit'),
              emptySpace: withDefault(flag, false),
              field: optional(mark),
              analyticsCloudComponent: unsupported,
              canvas: unsupported,
              component: unsupported,
              customLink: unsupported,
              height: ignored,
              page: unsupported,
              reportChartComponent: unsupported,
              scontrol: unsupported,
              showLabel: ignored,
              showScrollbars: ignored,
              width: ignored
            })
          )
        })
      )
    })
  ),
  relatedLists: many(
    record({
      relatedList: required(mark),
      fields: many(mark),
      sortField: optional(mark),
      sortOrder: optional(oneOf('Asc', 'Desc')),
      customButtons: unsupported,
      excludeButtons: ignored,
      quickActions: unsupported
    })
  ),
  emailDefault: ignored,
  excludeButtons: ignored,
  miniLayout: ignored,
  multilineLayoutFields: ignored,
  platformActionList: ignored,
  quickActionList: ignored,
  relatedContent: ignored,
  runAssignmentRulesDefault: ignored,
  showEmailCheckbox: ignored,
  showHighlightsPanel: ignored,
  showInteractionLogPanel: ignored,
  showKnowledgeComponent: ignored,
  showRunAssignmentRulesCheckbox: ignored,
  showSolutionSection: ignored,
  showSubmitAndAttachButton: ignored,
  summaryLayout: ignored,
  customButtons: unsupported,
  customConsoleComponents: unsupported,
  feedLayout: unsupported,
  headers: unsupported,
  relatedObjects: unsupported
});

/** Names of the platform's own related lists, and the relationship behind each. */
const standardLists: Readonly<Record<string, string>> = {
  RelatedContactList: 'Contacts',
  RelatedCaseList: 'Cases',
  RelatedCaseCommentsList: 'CaseComments',
  RelatedCommentsList: 'CaseComments',
  RelatedEmailMessageList: 'EmailMessages',
  RelatedOrderList: 'Orders',
  RelatedOrderItemList: 'OrderItems',
  RelatedEntityOrderItemList: 'OrderItems'
};

function relatedList(
  list: Read<typeof layout>['relatedLists'][number],
  parent: ObjectDraft,
  source: Source
): LayoutDef['relatedLists'][number] | undefined {
  const { draft } = source;
  const { text: given } = list.relatedList;
  const [childName = '', fieldName = ''] = given.split('.');
  const standard = standardLists[given];
  for (const child of draft.objects.values()) {
    for (const field of child.fields.values()) {
      const relationshipName = field.reference?.childRelationshipName;
      const below = field.reference?.to.some((each) => each.toLowerCase() === parent.name.toLowerCase());
      if (!below || relationshipName === undefined) continue;
      const named =
        child.name.toLowerCase() === childName.toLowerCase() && field.name.toLowerCase() === fieldName.toLowerCase();
      if (standard === undefined ? !named : relationshipName !== standard) continue;
      const path = (column: Mark): string => {
        const found = columnPath(child, column.text) ?? child.fields.get(column.text.toLowerCase())?.name;
        if (found === undefined)
          source.report(column, `Related list ${given}: ${child.name} has no column ${column.text}`);
        return found ?? column.text;
      };
      return {
        relationshipName,
        fields: list.fields.map(path),
        ...(list.sortField ? { sortField: path(list.sortField) } : {}),
        descending: list.sortOrder === 'Desc'
      };
    }
  }
  source.report(list.relatedList, `${parent.name} has no related list ${given}`);
  return undefined;
}

/** Takes `layouts/<object>-<name>.layout`. */
export function takeLayout(read: Read<typeof layout>, source: Source): void {
  const { draft } = source;
  const fullName = decodeURIComponent(source.file.fullName);
  const objectName = fullName.split('-')[0] ?? '';
  const itemsOf = (
    section: Read<typeof layout>['layoutSections'][number],
    behavior: 'Required' | 'Readonly'
  ): string[] =>
    section.layoutColumns.flatMap((column) =>
      column.layoutItems.flatMap((item) => (item.behavior === behavior && item.field ? [item.field.text] : []))
    );
  const known: LayoutDef = {
    fullName,
    object: objectName,
    sections: read.layoutSections
      .filter((section) => section.style !== 'CustomLinks')
      .map((section) => ({
        label: section.label ?? '',
        columns: section.layoutColumns.map((column) =>
          column.layoutItems.flatMap((item) => (item.field ? [item.field.text] : []))
        ),
        readonly: itemsOf(section, 'Readonly'),
        required: itemsOf(section, 'Required')
      })),
    relatedLists: []
  };
  draft.layouts.set(fullName, known);
  draft.later(() => {
    const object = draft.objects.get(objectName);
    if (!object) {
      source.report(read, `Layout of object ${objectName}, which does not exist`);
      return;
    }
    for (const section of read.layoutSections) {
      for (const item of section.layoutColumns.flatMap((column) => column.layoutItems)) {
        if (!item.field || object.fields.has(item.field.text.toLowerCase())) continue;
        source.report(item.field, `Layout ${fullName}: ${object.name} has no field ${item.field.text}`);
      }
    }
    draft.layouts.set(fullName, {
      ...known,
      relatedLists: read.relatedLists.flatMap((list) => relatedList(list, object, source) ?? [])
    });
  });
}
