export type { Names } from './names';
export { namesOf } from './names';
export { comparisonText, conditionText, operatorLabels } from './conditions';
export { failureText } from './failures';
export { faultText } from './faults';
export { findingText } from './findings';
export { durationText, needText, relaxText, requirementText, requirementTexts } from './requirements';
