/** Stands in a template for a part that only running tells. */
export const HOLE = '\uE000';

/**
 * Fills the holes of a query template with what does not change the rest: nothing in a field list, a true condition, a bind for a value.
 * @returns undefined where the object itself is a hole: nothing in such a query can be looked up
 */
export function completeTemplate(template: string): string | undefined {
  const isOpen = /\b(?:WHERE|AND|OR|NOT|BY|LIMIT|OFFSET)\s*$/i.test(template);
  if (!isOpen && !template.includes(HOLE)) return template;
  const whole = (isOpen ? template + HOLE : template).replace(
    /\b(SELECT\s)([^()]*?)(\sFROM\b)/gi,
    (_, select: string, list: string, from: string) => `${select}${fields(list)}${from}`
  );
  if (new RegExp(`\\bFROM\\s*${HOLE}`, 'i').test(whole)) return undefined;
  return whole
    .replace(new RegExp(`(\\bLIMIT|\\bOFFSET)\\s+${HOLE}`, 'gi'), '$1 :hole')
    .replace(new RegExp(`(\\bBY\\s+|\\bBY\\s[^()]*?,\\s*)${HOLE}`, 'gi'), '$1Id')
    .replace(new RegExp(`((?:[=<>]|\\bLIKE|\\bIN|\\bINCLUDES)\\s*)${HOLE}`, 'gi'), '$1:hole')
    .replace(new RegExp(`'[^']*${HOLE}[^']*'`, 'g'), ':hole')
    .replace(
      new RegExp(`${HOLE}\\s*(=|!=|<>|[<>]=?|\\bLIKE\\b|\\b(?:NOT\\s+)?IN\\b)\\s*(?::[\\w.]+|\\([^)]*\\))`, 'gi'),
      'Id != null'
    )
    .replaceAll(HOLE, ' Id != null ')
    .replace(/\bWHERE\s+(ORDER|LIMIT|GROUP|WITH)\b/gi, '$1');
}

/** A field list without its holes; never empty. */
function fields(list: string): string {
  const kept = list.split(',').filter((field) => !field.includes(HOLE));
  return kept.length > 0 ? kept.join(',') : 'Id';
}
