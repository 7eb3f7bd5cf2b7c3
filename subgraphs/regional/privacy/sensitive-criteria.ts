/** Why a criterion is sealed: articles 9 and 10 of the RGPD, and the asylum that the network protects alike. */
export type SensitiveGround = 'HEALTH' | 'JUDICIAL' | 'ASYLUM';

/**
 * Criteria that say something of a person's health, of justice or of asylum. MINIMUM_BENEFITS is one of them: its entry puts
 * ASS together with AAH and invalidity, and whoever reads it cannot tell them apart.
 */
export const SENSITIVE_CRITERIA: Readonly<Record<string, SensitiveGround>> = {
  DISABLED_WORKER: 'HEALTH',
  MINIMUM_BENEFITS: 'HEALTH',
  PRISON_LEAVER: 'JUDICIAL',
  REFUGEE: 'ASYLUM',
};

/** Whether a criterion of the national list is only ever stored sealed. */
export function isSensitive(criterion: string): boolean {
  return Object.hasOwn(SENSITIVE_CRITERIA, criterion);
}
