export { importProgramme, type ProgrammeReport } from './import-programme';
export { splitProgramme } from './split-programme';
