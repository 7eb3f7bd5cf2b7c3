export { DeclarationEntity } from './declaration.entity';
export { type DeclarationRates, readDeclarationRates } from './declaration-rates';
export {
  type DeclarationPage,
  type DeclarationPosition,
  type DeclarationToAct,
  type DeskDeclarations,
  MOST_DECLARATIONS,
  readDeclarationsToAct,
  readDeskDeclarations,
} from './declarations-to-act';
export { type DeclareMonthInput, type DeclareMonthOutcome, declareMonth, type WaitingHours } from './declare-month';
export type { DeclarationPeriod } from './desk-month.sql';
