export { DatedParameterEntity } from './dated-parameter.entity';
export { parameterAt, parameterSql, type Parameter } from './parameter-at';
export { PARAMETER_DEFAULTS, type ParameterCode, type ParameterDefault } from './parameter-defaults';
export { CLAUSE_MISSING_SQL, OBLIGATION_SINCE, THRESHOLD_OF } from './obligation';
