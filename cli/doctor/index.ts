export { type Diagnosis, diagnosisSchema } from './diagnosis';
export { examine } from './examine';
