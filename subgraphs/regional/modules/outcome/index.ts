export { OutcomeEntity } from './outcome.entity';
