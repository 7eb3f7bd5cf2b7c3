export { type NounRules, type Rule, type WholeRow } from './noun-rules';
export { rulesOf } from './rules-of';
