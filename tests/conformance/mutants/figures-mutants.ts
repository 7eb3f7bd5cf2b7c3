import { addMonths, isMonth } from '../../../subgraphs/kit/months';
import { type Loose, onEntity, onScope, scopeOf } from '../../support/mutant-region';
import type { Mutant } from './mutant';

type Filter = Readonly<Record<string, readonly string[] | undefined>>;

const filterOf = (scope: Loose) => (scope['filter'] ?? {}) as Filter;
const byOf = (reference: Loose) => (scopeOf(reference)['by'] ?? []) as readonly string[];
const rowsOf = (entity: Loose) => (entity['breakdown'] ?? []) as Loose[];
const isYear = (reference: Loose) => scopeOf(reference)['from'] !== scopeOf(reference)['to'];
const isNumber = (value: unknown): value is number => typeof value === 'number';

let turns = 0;

/** Regions that misread a scope of figures. */
const MISREADING: readonly Mutant[] = [
  {
    does: 'answers every period with the whole year',
    reason: 'PERIOD_IGNORED',
    mutation: onScope('Figures', (scope) =>
      isMonth(String(scope['to'])) ? { ...scope, from: '2021-01', to: '2021-12' } : scope,
    ),
  },
  {
    does: 'leaves out the last month of a period',
    reason: 'MONTHS_DO_NOT_ADD_UP',
    mutation: onScope('Figures', (scope) =>
      scope['from'] === scope['to'] ? scope : { ...scope, to: addMonths(String(scope['to']), -1) },
    ),
  },
  {
    does: 'does not apply one list of the filter',
    reason: 'FILTER_IGNORED',
    mutation: onScope('Figures', (scope) => ({ ...scope, filter: { ...filterOf(scope), clauseTypes: undefined } })),
  },
  {
    does: 'does not filter by buyers',
    reason: 'FILTER_IGNORED',
    mutation: onScope('Figures', (scope) => ({ ...scope, filter: { ...filterOf(scope), buyers: undefined } })),
  },
  {
    does: 'filters by the wrong sector',
    reason: 'FILTER_WRONG',
    mutation: onScope('Figures', (scope) => {
      const { sectors, ...filter } = filterOf(scope);
      const others = sectors?.map((code) => (code === 'CLEANING' ? 'BTP' : 'CLEANING'));
      return { ...scope, filter: { ...filter, sectors: others } };
    }),
  },
  {
    does: 'adds filters up that restrict each other',
    reason: 'FILTER_WIDENS',
    mutation: onScope('Figures', (scope) =>
      Object.keys(filterOf(scope)).length > 1 ? { ...scope, filter: {} } : scope,
    ),
  },
  {
    does: 'leaves out the part of a scope that it does not know',
    reason: 'MALFORMED_SCOPE_ANSWERED',
    mutation: onScope('Figures', ({ currency: _, ...scope }) => scope),
  },
  {
    does: 'cuts a filter that is too long',
    reason: 'SCOPE_LIMIT_IGNORED',
    mutation: onScope('Figures', (scope) => {
      const { sectors, ...filter } = filterOf(scope);
      return { ...scope, filter: { ...filter, sectors: sectors?.slice(0, 500) } };
    }),
  },
  {
    does: 'says that it answers what it made of the scope',
    reason: 'ANSWERED_FOR_WRONG',
    mutation: onEntity('Figures', (figures) => {
      if (figures['answeredFor'] !== undefined) figures['answeredFor'] = '53:0123456789abcdef0123456789abcdef';
    }),
  },
];

/** Regions whose values are wrong. */
const VALUES: readonly Mutant[] = [
  {
    does: 'does not know its participants',
    reason: 'FIGURES_MISSING',
    mutation: onEntity('Figures', (figures) => {
      if ('participants' in figures) figures['participants'] = null;
    }),
  },
  {
    does: 'answers hours in place of hundredths',
    reason: 'VALUE_OF_WRONG_TYPE',
    mutation: onEntity('Figures', (figures) => {
      if (isNumber(figures['hoursDone'])) figures['hoursDone'] = figures['hoursDone'] / 100 + 0.5;
    }),
  },
  {
    does: 'answers counts as texts',
    reason: 'VALUE_OF_WRONG_TYPE',
    mutation: onEntity('Figures', (figures) => {
      if (isNumber(figures['contracts'])) figures['contracts'] = String(figures['contracts']);
    }),
  },
  {
    does: 'answers less than nothing',
    reason: 'VALUE_OUT_OF_RANGE',
    mutation: onEntity('Figures', (figures) => {
      if (isNumber(figures['hoursPlanned'])) figures['hoursPlanned'] = -1;
    }),
  },
  {
    does: 'has more residents of priority neighbourhoods than it knows residences',
    reason: 'COUNTS_CONTRADICT',
    mutation: onEntity('Figures', (figures) => {
      if (isNumber(figures['qpvParticipants'])) {
        figures['qpvParticipants'] = Number(figures['participantsOfKnownResidence']) + 1;
      }
    }),
  },
  {
    does: 'answers other numbers each time',
    reason: 'ANSWER_NOT_STABLE',
    mutation: onEntity('Figures', (figures) => {
      if (isNumber(figures['workContracts'])) figures['workContracts'] += turns += 1;
    }),
  },
  {
    does: 'has figures of tomorrow',
    reason: 'AS_OF_WRONG',
    mutation: onEntity('Figures', (figures) => {
      if ('asOf' in figures) figures['asOf'] = new Date(Date.now() + 86_400_000).toISOString();
    }),
  },
  {
    does: 'does not say when a page was true',
    reason: 'AS_OF_WRONG',
    mutation: onEntity('ContractPage', (page) => {
      if ('asOf' in page) page['asOf'] = '15/06/2026 10:00';
    }),
  },
  {
    does: 'counts a lot once a month',
    reason: 'COUNT_OF_MONTHS_WRONG',
    mutation: onEntity('Figures', (figures, reference) => {
      if (isNumber(figures['lots']) && isYear(reference)) figures['lots'] = figures['lots'] * 24 + 1_000;
    }),
  },
];

/** Regions whose breakdowns are wrong. */
const BREAKDOWNS: readonly Mutant[] = [
  {
    does: 'gives a breakdown that nobody asked for',
    reason: 'BREAKDOWN_UNASKED',
    mutation: onEntity('Figures', (figures) => {
      if (figures['breakdown'] === null) figures['breakdown'] = [];
    }),
  },
  {
    does: 'gives no breakdown by some dimension',
    reason: 'BREAKDOWN_MISSING',
    mutation: onEntity('Figures', (figures, reference) => {
      if (byOf(reference)[0] === 'EXECUTION_MODE') figures['breakdown'] = null;
    }),
  },
  {
    does: 'leaves out rows whose code is unknown',
    reason: 'BREAKDOWN_NOT_THE_TOTAL',
    mutation: onEntity('Figures', (figures, reference) => {
      if (byOf(reference)[0] === 'SEX') figures['breakdown'] = rowsOf(figures).slice(0, -1);
    }),
  },
  {
    does: 'gives a row twice',
    reason: 'BREAKDOWN_REPEATS',
    mutation: onEntity('Figures', (figures, reference) => {
      if (byOf(reference)[0] === 'AGE_BAND') figures['breakdown'] = [...rowsOf(figures), rowsOf(figures)[0]];
    }),
  },
  {
    does: 'answers labels in place of codes',
    reason: 'BREAKDOWN_KEYS_WRONG',
    mutation: onEntity('Figures', (figures) => {
      for (const row of rowsOf(figures)) {
        row['keys'] = (row['keys'] as string[]).map((key) => (key === 'F' ? 'Femme' : key));
      }
    }),
  },
  {
    does: 'exchanges the dimensions of a crossing',
    reason: 'BREAKDOWN_KEYS_WRONG',
    mutation: onEntity('Figures', (figures, reference) => {
      if (byOf(reference).length < 2) return;
      for (const row of rowsOf(figures)) (row['keys'] as string[]).reverse();
    }),
  },
  {
    does: 'loses hours in a crossing',
    reason: 'CROSSING_DIFFERS',
    mutation: onEntity('Figures', (figures, reference) => {
      if (byOf(reference).length > 1) figures['breakdown'] = rowsOf(figures).slice(1);
    }),
  },
  {
    does: 'has a row that is more than all',
    reason: 'BREAKDOWN_OVER_TOTAL',
    mutation: onEntity('Figures', (figures, reference) => {
      const [row] = byOf(reference)[0] === 'CRITERION' ? rowsOf(figures) : [];
      if (row !== undefined) row['contracts'] = 1_000_000;
    }),
  },
  {
    does: 'takes women for men in the breakdown by sex',
    reason: 'WOMEN_DIFFER',
    mutation: onEntity('Figures', (figures) => {
      const exchanged: Readonly<Record<string, string>> = { F: 'M', M: 'F' };
      for (const row of rowsOf(figures)) row['keys'] = (row['keys'] as string[]).map((key) => exchanged[key] ?? key);
    }),
  },
  {
    does: 'plans hours for women and men',
    reason: 'PLANNED_BY_PERSON',
    mutation: onEntity('Figures', (figures) => {
      for (const row of rowsOf(figures)) row['hoursPlanned'] ??= 0;
    }),
  },
];

/** Regions whose distinct lists are wrong. */
const LISTS: readonly Mutant[] = [
  {
    does: 'lists a buyer twice',
    reason: 'LIST_REPEATS',
    mutation: onEntity('Figures', (figures) => {
      const sirens = (figures['buyerSirens'] ?? []) as string[];
      if (sirens.length > 0 && 'companySirets' in figures) sirens.push(sirens[0] ?? '');
    }),
  },
  {
    does: 'lists fewer companies than it counts',
    reason: 'LIST_NOT_THE_COUNT',
    mutation: onEntity('Figures', (figures) => void (figures['companySirets'] as string[] | undefined)?.pop()),
  },
  {
    does: 'lists the SIRENs of companies',
    reason: 'LIST_IDENTIFIER_WRONG',
    mutation: onEntity('Figures', (figures) => {
      const sirets = figures['companySirets'] as string[] | undefined;
      if (sirets !== undefined) figures['companySirets'] = sirets.map((siret) => siret.slice(0, 9));
    }),
  },
];

/** Regions that are wrong about figures. */
export const FIGURES_MUTANTS: readonly Mutant[] = [...MISREADING, ...VALUES, ...BREAKDOWNS, ...LISTS];
