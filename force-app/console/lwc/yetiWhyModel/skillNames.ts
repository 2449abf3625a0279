/** What the org calls its skills, by developer name, as it last said. */
let labels: Readonly<Record<string, string>> = {};

/** Keeps what the org calls its skills; each answer that names some brings it. */
export function rememberSkills(names: Readonly<Record<string, string>> | null | undefined): void {
  labels = names ?? labels;
}

/** What people call a skill; where the org has no word for it, its developer name. */
export function skillName(developerName: string): string {
  return labels[developerName] ?? developerName;
}

/** Skills in a text of symbols as people call them: `KeyAccounts ≥ 3, − Apparel`. */
export function skillsNamed(symbols: string): string {
  return symbols
    .split(', ')
    .map((each) =>
      each.replace(/^(− )?(\w+)/, (_, dropped: string | undefined, name: string) => (dropped ?? '') + skillName(name))
    )
    .join(', ');
}
