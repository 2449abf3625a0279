// What explains a routing decision to people: who could take a case, why nobody did, and the words for it.
export { agentsOf } from './agents';
export type { PlainAgent } from './agents';
export { askedOnly, candidatesFor, circumstancesOf } from './candidates';
export type { Candidate, Candidates, Circumstances } from './candidates';
export { choicesOf } from './choices';
export { isAssigned, isWaiting, othersOf, requirementOf, rulesOf, stepsOf, valuesOf } from './decision';
export type { DecisionAnswer, DecisionRules, DecisionView, Need, Step } from './decision';
export { obstaclesText, reasonsFor } from './reasons';
export { sentenceOf, titleOf } from './sentence';
export { rememberSkills, skillName } from './skillNames';
export { stageOf } from './stage';
export type { Standing } from './stage';
export { listed, needsText, needText, nextText, stageText, stepText, unitOfTime } from './words';
