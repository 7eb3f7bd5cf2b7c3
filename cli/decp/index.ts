export { compareContracts, type Comparison, type ContractDifference } from './compare-contracts';
export { countsOf, rowsOfDifferences } from './difference-rows';
export { type DeclaredContracts, readDeclared } from './read-declared';
export { type HeldContract, type HeldContracts, readHeld } from './read-held';
