export {
  type ChangeDependencies,
  type ChangeRequest,
  changeSupergraph,
  type GraphChange,
  type GraphPlan,
  Overtaken,
} from './change-supergraph';
export { compositionKey } from './composition-key';
export { type CurrentGraph, currentNumber, payloadOf, publicationsIn, readCurrentGraph, sdlOf } from './current-graph';
