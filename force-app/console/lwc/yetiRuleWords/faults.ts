import { format } from 'c/yetiMessages';
import { isOperator, type Code, type Fault } from 'c/yetiRuleSet';
import { operatorLabels } from './conditions';
import afterDrop from '@salesforce/label/c.Yeti_Rule_AfterDrop';
import blankValue from '@salesforce/label/c.Yeti_Rule_BlankValue';
import duplicateId from '@salesforce/label/c.Yeti_Rule_DuplicateId';
import duplicateSkill from '@salesforce/label/c.Yeti_Rule_DuplicateSkill';
import emptyGroup from '@salesforce/label/c.Yeti_Rule_EmptyGroup';
import levelRounded from '@salesforce/label/c.Yeti_Rule_LevelRounded';
import missingKey from '@salesforce/label/c.Yeti_Rule_MissingKey';
import needsBoolean from '@salesforce/label/c.Yeti_Rule_NeedsBoolean';
import needsCondition from '@salesforce/label/c.Yeti_Rule_NeedsCondition';
import needsEntries from '@salesforce/label/c.Yeti_Rule_NeedsEntries';
import needsName from '@salesforce/label/c.Yeti_Rule_NeedsName';
import needsNoValue from '@salesforce/label/c.Yeti_Rule_NeedsNoValue';
import needsObject from '@salesforce/label/c.Yeti_Rule_NeedsObject';
import needsOrder from '@salesforce/label/c.Yeti_Rule_NeedsOrder';
import needsRelaxation from '@salesforce/label/c.Yeti_Rule_NeedsRelaxation';
import needsText from '@salesforce/label/c.Yeti_Rule_NeedsText';
import needsValue from '@salesforce/label/c.Yeti_Rule_NeedsValue';
import needsValues from '@salesforce/label/c.Yeti_Rule_NeedsValues';
import noEffect from '@salesforce/label/c.Yeti_Rule_NoEffect';
import noJson from '@salesforce/label/c.Yeti_Rule_NoJson';
import notLater from '@salesforce/label/c.Yeti_Rule_NotLater';
import notLower from '@salesforce/label/c.Yeti_Rule_NotLower';
import roundedToMinutes from '@salesforce/label/c.Yeti_Rule_RoundedToMinutes';
import tooDeep from '@salesforce/label/c.Yeti_Rule_TooDeep';
import tooLong from '@salesforce/label/c.Yeti_Rule_TooLong';
import tooManyRules from '@salesforce/label/c.Yeti_Rule_TooManyRules';
import tooManySkills from '@salesforce/label/c.Yeti_Rule_TooManySkills';
import unknownField from '@salesforce/label/c.Yeti_Rule_UnknownField';
import unknownKey from '@salesforce/label/c.Yeti_Rule_UnknownKey';
import unknownOperator from '@salesforce/label/c.Yeti_Rule_UnknownOperator';
import unknownQueue from '@salesforce/label/c.Yeti_Rule_UnknownQueue';
import unknownSkill from '@salesforce/label/c.Yeti_Rule_UnknownSkill';
import unknownValue from '@salesforce/label/c.Yeti_Rule_UnknownValue';
import wrongDrop from '@salesforce/label/c.Yeti_Rule_WrongDrop';
import wrongField from '@salesforce/label/c.Yeti_Rule_WrongField';
import wrongId from '@salesforce/label/c.Yeti_Rule_WrongId';
import wrongLevel from '@salesforce/label/c.Yeti_Rule_WrongLevel';
import wrongName from '@salesforce/label/c.Yeti_Rule_WrongName';
import wrongObject from '@salesforce/label/c.Yeti_Rule_WrongObject';
import wrongOperator from '@salesforce/label/c.Yeti_Rule_WrongOperator';
import wrongPreferred from '@salesforce/label/c.Yeti_Rule_WrongPreferred';
import wrongPriority from '@salesforce/label/c.Yeti_Rule_WrongPriority';
import wrongSchema from '@salesforce/label/c.Yeti_Rule_WrongSchema';
import wrongTime from '@salesforce/label/c.Yeti_Rule_WrongTime';
import wrongValue from '@salesforce/label/c.Yeti_Rule_WrongValue';
import wrongWeight from '@salesforce/label/c.Yeti_Rule_WrongWeight';

const labels: Readonly<Record<Code, string>> = {
  afterDrop,
  blankValue,
  duplicateId,
  duplicateSkill,
  emptyGroup,
  levelRounded,
  missingKey,
  needsBoolean,
  needsCondition,
  needsEntries,
  needsName,
  needsNoValue,
  needsObject,
  needsOrder,
  needsRelaxation,
  needsText,
  needsValue,
  needsValues,
  noEffect,
  noJson,
  notLater,
  notLower,
  roundedToMinutes,
  tooDeep,
  tooLong,
  tooManyRules,
  tooManySkills,
  unknownField,
  unknownKey,
  unknownOperator,
  unknownQueue,
  unknownSkill,
  unknownValue,
  wrongDrop,
  wrongField,
  wrongId,
  wrongLevel,
  wrongName,
  wrongObject,
  wrongOperator,
  wrongPreferred,
  wrongPriority,
  wrongSchema,
  wrongTime,
  wrongValue,
  wrongWeight
};

/** Faults whose first word is an operator. */
const ofOperators: ReadonlySet<string> = new Set<Code>([
  'needsNoValue',
  'needsOrder',
  'needsText',
  'needsValue',
  'needsValues',
  'wrongOperator'
]);

/** A fault in the reader's language; in English where its code has no label. */
export function faultText({ code, args, message }: Fault): string {
  if (!isCode(code)) return message;
  const [first = '', ...others] = args;
  if (ofOperators.has(code) && isOperator(first)) return format(labels[code], operatorLabels[first], ...others);
  return format(labels[code], ...args);
}

function isCode(code: string): code is Code {
  return Object.hasOwn(labels, code);
}
