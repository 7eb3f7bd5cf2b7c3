export { clientNames, plannableDocument, type ClientNames } from './client-names';
export { compileOperation, type CompiledOperation } from './compiled-operation';
export { compilePlan, type CompiledPlan } from './compiled-plan';
export { executeOperation, type OperationRequest } from './execute-operation';
export { type SubgraphService } from './run-plan';
export { possibleTypesOf, type PossibleTypes } from './type-conditions';
