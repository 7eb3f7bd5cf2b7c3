export { type ChangedEntries, enterHours, type HoursOutcome, validateHours, withdrawValidation } from './change-hours';
