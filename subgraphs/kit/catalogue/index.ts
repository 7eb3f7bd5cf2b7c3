export { CODE_LISTS, codeListOf, labelOf, type CodeList, type CodeListEntry } from './code-lists';
export {
  DIMENSIONS,
  MAX_CELLS,
  MAX_DIMENSIONS,
  MAX_MONTHS,
  PERSON_DIMENSIONS,
  versionForDimensions,
  type Dimension,
} from './dimensions';
