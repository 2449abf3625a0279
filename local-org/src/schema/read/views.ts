import { columnPath } from '../columns.ts';
import type { ObjectDraft, Source } from '../draft.ts';
import {
  ignored,
  many,
  mark,
  oneOf,
  optional,
  record,
  required,
  text,
  unsupported,
  word,
  type Read
} from '../shape.ts';

export const compactLayoutShape = record({ fullName: required(mark), label: required(word), fields: many(mark) });

export const listViewShape = record({
  fullName: required(mark),
  label: required(word),
  columns: many(mark),
  filterScope: required(oneOf('Everything', 'Mine', 'Queue')),
  queue: optional(mark),
  booleanFilter: optional(word),
  filters: many(
    record({
      field: required(mark),
      operation: required(
        oneOf(
          'equals',
          'notEqual',
          'lessThan',
          'greaterThan',
          'lessOrEqual',
          'greaterOrEqual',
          'contains',
          'notContain',
          'startsWith',
          'includes',
          'excludes'
        )
      ),
      value: optional(text)
    })
  ),
  language: ignored,
  sharedTo: ignored,
  division: unsupported
});

/** Whether a text combines filters 1 to `count` with AND, OR, NOT and parentheses. */
function isLogic(logic: string, count: number): boolean {
  const words = logic.match(/\d+|\w+|[^\s]/g) ?? [];
  return words.every(
    (word) => /^(AND|OR|NOT|[()])$/i.test(word) || (/^\d+$/.test(word) && Number(word) >= 1 && Number(word) <= count)
  );
}

/** Adds a list view; columns and filters become field paths. */
export function readListView(view: Read<typeof listViewShape>, object: ObjectDraft, source: Source): void {
  const { draft } = source;
  draft.later(() => {
    const resolve = (name: { text: string; line: number; column: number }): string => {
      const path = columnPath(object, name.text);
      if (path === undefined) {
        source.report(name, `List view ${view.fullName.text}: ${object.name} has no column ${name.text}`);
      }
      return path ?? name.text;
    };
    object.listViews.push({
      fullName: view.fullName.text,
      label: view.label,
      columns: view.columns.map(resolve),
      filterScope: view.filterScope,
      filters: view.filters.map((filter) => ({
        field: resolve(filter.field),
        operation: filter.operation,
        ...(filter.value === undefined ? {} : { value: filter.value })
      })),
      ...(view.queue ? { queue: view.queue.text } : {}),
      ...(view.booleanFilter === undefined ? {} : { booleanFilter: view.booleanFilter })
    });
    if (view.booleanFilter !== undefined && !isLogic(view.booleanFilter, view.filters.length)) {
      source.report(
        view,
        `List view ${view.fullName.text}: booleanFilter must combine its filters by number, as in 1 AND (2 OR 3)`
      );
    }
    const { queue } = view;
    if (view.filterScope === 'Queue' && !queue) source.report(view, `List view ${view.fullName.text} needs a queue`);
    if (queue && !draft.queues.has(queue.text)) source.report(queue, `Queue ${queue.text} does not exist`);
  });
}

/** Adds a compact layout. */
export function readCompactLayout(layout: Read<typeof compactLayoutShape>, object: ObjectDraft, source: Source): void {
  object.compactLayouts.push({
    fullName: layout.fullName.text,
    label: layout.label,
    fields: layout.fields.map((field) => field.text)
  });
  for (const field of layout.fields) {
    source.expect(
      field,
      () => object.fields.has(field.text.toLowerCase()),
      `Compact layout ${layout.fullName.text}: ${object.name} has no field ${field.text}`
    );
  }
}
