import { describeMutants } from '../support/expect-caught';
import { FIGURES_MUTANTS } from './mutants/figures-mutants';
import { ROWS_MUTANTS } from './mutants/rows-mutants';

describeMutants('a region that is wrong about figures or rows', [...FIGURES_MUTANTS, ...ROWS_MUTANTS]);
