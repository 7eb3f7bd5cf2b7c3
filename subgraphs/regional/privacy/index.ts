export { AccessRecordEntity } from './access-record.entity';
export { type BookKeyFile, type BookKeys, bookKeysOf, makeBookKey, parseBookKeyFile } from './book-keys';
export {
  criterionOf,
  criterionSql,
  type CriterionToken,
  criterionTokens,
  isToken,
  storedCriterion,
} from './criterion-codes';
export { erasePerson, purgeBooks, type PurgeReport } from './erase-persons';
export { ErasureRecordEntity } from './erasure-record.entity';
export { exportPerson, type PersonExport } from './export-person';
export { bookKeySource, type BookKeySource, keysOfFile, keysOfSetting } from './key-source';
export {
  addCriterion,
  type AddCriterionInput,
  type AddCriterionOutcome,
  type CriterionProblem,
  type PersonCriterion,
  readCriteria,
} from './person-criteria';
export { recordAccess } from './record-access';
export { rekeyBooks, type RekeyReport } from './rekey-books';
export { openCriterion, sealCriterion, type SealedCriterion } from './seal-criterion';
export { isSensitive, SENSITIVE_CRITERIA, type SensitiveGround } from './sensitive-criteria';
