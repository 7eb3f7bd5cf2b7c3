export {
  MAX_SCOPE_LENGTH,
  answeredFor,
  decodeAreaScope,
  decodeContractsScope,
  decodeDirectoryScope,
  decodeFiguresScope,
  decodeTotalScope,
  encodeScope,
} from './scope-encoding';
export {
  MAX_FILTER_VALUES,
  MAX_PAGE_SIZE,
  type AnyScope,
  type AreaScope,
  type ContractsScope,
  type DirectoryScope,
  type FiguresScope,
  type Membership,
  type TotalScope,
  versionOfContractFilter,
} from './scope-types';
