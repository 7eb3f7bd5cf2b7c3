import { CONTRACT_RULES } from './contract-rules';
import { NETWORK_RULES } from './network-rules';
import { nounRules, type NounRules } from './noun-rules';
import { PERSON_RULES } from './person-rules';

const RULES: Readonly<Record<string, NounRules>> = { ...CONTRACT_RULES, ...PERSON_RULES, ...NETWORK_RULES };
const NONE = nounRules({});

/** The rules of a noun beyond those of its fields. */
export function rulesOf(noun: string): NounRules {
  return RULES[noun] ?? NONE;
}
