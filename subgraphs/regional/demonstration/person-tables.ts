import { bookTable, decimalText, type BookRow, type BookTable } from './book-table';
import { NONE } from './contract-layout';
import { dayOf, firstDay, MONTH_COUNT } from './month-table';
import type { RegionPlan } from './network-plan';
import { chooseExactly, type Random } from './random';
import type { RegionLayout } from './region-layout';
import {
  BIRTH_BAND,
  BIRTH_DECADES,
  CRITERIA_OF_ADULTS,
  CRITERIA_OF_THE_YOUNG,
  EDUCATION_LEVELS,
  EXECUTION_MODES,
  QPV_SHARE,
  WORK_CONTRACT_TYPES,
  type ExecutionMode,
} from './vocabulary';
import { sizeOf } from './year-segments';

/** The persons of a region, all invented: participants, their work contracts and their hours. */
export function personTables(layout: RegionLayout): readonly BookTable[] {
  return [
    bookTable(
      'participant',
      ['pseudonym', 'birth_year', 'sex', 'education_level', 'criterion', 'residence_commune', 'lives_in_qpv'],
      () => participants(layout),
    ),
    bookTable(
      'work_contract',
      ['participant_id', 'lot_id', 'desk_id', 'employer_id', 'type', 'execution_mode', 'starts_on', 'ends_on'],
      () => workContracts(layout),
    ),
    bookTable('hour_entry', ['work_contract_id', 'month', 'hours', 'state'], () => hourEntries(layout)),
  ];
}

/** Women of each segment of participants, so that every year has exactly its number. */
function womenBySegment({ participants: segments, years }: RegionPlan): number[] {
  const share = years[1].women / years[1].participants;
  const intoSecond = Math.round(segments[1].size * share);
  const intoThird = Math.round(segments[3].size * share);
  const [first, second, third] = years;
  return [
    first.women - intoSecond,
    intoSecond,
    second.women - intoSecond - intoThird,
    intoThird,
    third.women - intoThird,
  ];
}

/** First year in which a birth year counts as young for the choice of a criterion: under 26 in 2021. */
const YOUNG_FROM = 1996;

function* participants(layout: RegionLayout): Iterable<BookRow> {
  const { plan, randomFor } = layout;
  const random = randomFor('participant');
  const desks = firstDesks(layout);
  const women = womenBySegment(plan);
  for (const [place, { start, size }] of plan.participants.entries()) {
    const isWoman = chooseExactly(random, women[place] ?? 0, size);
    for (let participant = start; participant < start + size; participant += 1) {
      const birthYear = BIRTH_DECADES(random) + random.below(BIRTH_BAND);
      const criterion = birthYear >= YOUNG_FROM ? CRITERIA_OF_THE_YOUNG(random) : CRITERIA_OF_ADULTS(random);
      yield [
        `DEMO-${plan.code}-${participant + 1}`,
        birthYear,
        isWoman() ? 'F' : 'M',
        EDUCATION_LEVELS(random),
        criterion,
        layout.communeOf(desks[participant] ?? 1, random).code,
        criterion === 'QPV_RESIDENT' || random.chance(QPV_SHARE),
      ];
    }
  }
}

/** The desk of each participant's first work contract, near which they live. */
function firstDesks({ plan, work, contracts }: RegionLayout): Uint16Array {
  const desks = new Uint16Array(sizeOf(plan.participants));
  for (let index = 0; index < work.count; index += 1) {
    const participant = work.participant[index] ?? 0;
    if (desks[participant] === 0)
      desks[participant] = contracts.desk[contracts.operation[work.contract[index] ?? 0] ?? 0] ?? 1;
  }
  return desks;
}

function* workContracts(layout: RegionLayout): Iterable<BookRow> {
  const { plan, work, contracts } = layout;
  const random = layout.randomFor('work_contract');
  for (const [place, { start, size }] of plan.contracts.entries()) {
    const insertionCompanies = contracts.insertionCompanies[place] ?? [];
    for (let index = work.ofContract[start] ?? 0; index < (work.ofContract[start + size] ?? 0); index += 1) {
      const contract = work.contract[index] ?? 0;
      const firstLot = contracts.ofContract[contract] ?? 0;
      const lot = firstLot + ((work.rank[index] ?? 0) % ((contracts.ofContract[contract + 1] ?? 0) - firstLot));
      const mode = EXECUTION_MODES(random);
      const first = work.firstMonth[index] ?? 0;
      const last = first + (work.months[index] ?? 1) - 1;
      yield [
        (work.participant[index] ?? 0) + 1,
        lot + 1,
        contracts.desk[contracts.operation[contract] ?? 0] ?? 1,
        employerOf(layout, lot, mode, insertionCompanies, random) + 1,
        WORK_CONTRACT_TYPES[mode](random),
        mode,
        dayOf(first, 1 + random.below(8)),
        dayOf(last, 21 + random.below(8)),
      ];
    }
  }
}

/** Whoever employs: the holder, or a company of insertion for placements and subcontracting. */
function employerOf(
  { contracts: { holder, subcontractor } }: RegionLayout,
  lot: number,
  mode: ExecutionMode,
  insertionCompanies: readonly number[],
  random: Random,
): number {
  const drawn = insertionCompanies[random.below(insertionCompanies.length)];
  const sub = subcontractor[lot] ?? NONE;
  if (mode === 'SUBCONTRACTING' && sub !== NONE) return sub;
  return mode === 'DIRECT_HIRE' || drawn === undefined ? (holder[lot] ?? 0) : drawn;
}

/** Share of the entries of the last quarter of 2022 that a desk has yet to validate: an assumption. */
const NOT_YET_VALIDATED = 0.1;

function* hourEntries(layout: RegionLayout): Iterable<BookRow> {
  const { ofWork, firstMonth, hours, count } = layout.work;
  const random = layout.randomFor('hour_entry');
  for (let index = 0; index < count; index += 1) {
    const first = ofWork[index] ?? 0;
    for (let entry = first; entry < (ofWork[index + 1] ?? 0); entry += 1) {
      const month = (firstMonth[index] ?? 0) + entry - first;
      const isPending = month >= MONTH_COUNT - 3 && random.chance(NOT_YET_VALIDATED);
      yield [index + 1, firstDay(month), decimalText(hours[entry] ?? 0), isPending ? 'ENTERED' : 'VALIDATED'];
    }
  }
}
