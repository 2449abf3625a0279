/** What an org may be told of a rule set, in English: a sentence for each code, the same as in the labels `Yeti_Rule_<Code>`. */
export const texts = {
  // The document
  needsObject: 'An object is expected here.',
  needsEntries: 'A list is expected here.',
  needsName: 'Text of 1 to {0} characters is expected here.',
  needsBoolean: 'True or false is expected here.',
  unknownKey: "'{0}' is no key that belongs here.",
  missingKey: "'{0}' is missing.",
  wrongSchema: 'The schema is 1.',
  wrongObject: "Only 'Case' can be routed.",
  wrongId: "An id has 1 to 40 letters, digits, '-' or '_'.",
  duplicateId: "Another rule has the id '{0}' already.",
  tooManyRules: 'There are {0} rules; at most {1} are allowed.',
  tooLong: 'The rule set has {0} characters; at most {1} are allowed.',
  noJson: 'This is no JSON.',
  // Conditions
  needsCondition: "A condition has one of 'all', 'any', 'not' or 'field'.",
  emptyGroup: "'{0}' needs at least one condition.",
  tooDeep: 'Conditions nest at most {0} levels deep.',
  wrongField: "'{0}' is no path of a field.",
  unknownField: "The org has no field '{0}'.",
  unknownOperator: "'{0}' is no operator.",
  wrongOperator: "'{0}' does not fit a field of type '{1}'.",
  needsNoValue: "'{0}' takes no value.",
  needsValue: "'{0}' needs one value: text, a number, true or false.",
  needsValues: "'{0}' needs a list of values.",
  needsText: "'{0}' needs text.",
  needsOrder: "'{0}' needs a number or text.",
  wrongValue: "'{0}' does not fit a field of type '{1}'.",
  unknownValue: "The field has no value '{0}'.",
  blankValue: "Blank text equals no missing value: use 'isBlank'.",
  // Requirements
  noEffect: 'This rule adds nothing and ends nothing.',
  tooManySkills: 'There are {0} skills; at most {1} are allowed.',
  wrongName: "'{0}' is no developer name.",
  duplicateSkill: "The skill '{0}' is named twice.",
  unknownSkill: "The org has no skill '{0}'.",
  unknownQueue: "The org has no queue '{0}'.",
  wrongLevel: 'A level is a number from 0 to 10.',
  levelRounded: 'An org may round the level {0}: use a whole one.',
  needsRelaxation: "A relaxation has one of 'to', 'drop' or 'instead'.",
  wrongDrop: "'drop' is true.",
  notLower: 'Level {0} is not lower than {1}.',
  notLater: 'Relaxations follow each other in time: {0} s is not after {1} s.',
  afterDrop: 'The skill has been dropped: nothing is left to relax.',
  wrongTime: 'A time is whole seconds from 0 to {0}.',
  roundedToMinutes: 'An org waits whole minutes: {0} s become {1} s.',
  wrongPriority: 'A priority is a whole number from 0 to {0}.',
  wrongWeight: 'A weight is a number from 0 to {0}.',
  wrongPreferred: "'owner' or 'lastAgent' is expected here."
} as const;

export type Code = keyof typeof texts;

/** Codes of what an org rounds or can't hold to: the rule set works nevertheless. */
export const warnings: ReadonlySet<Code> = new Set<Code>([
  'unknownValue',
  'blankValue',
  'noEffect',
  'levelRounded',
  'roundedToMinutes'
]);

/** A text with its places `{0}`, `{1}` filled. */
export function sentence(code: Code, args: readonly string[]): string {
  return texts[code].replace(/\{(\d)\}/g, (place, index: string) => args[Number(index)] ?? place);
}
