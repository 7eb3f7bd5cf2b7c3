import { bookTable, type BookRow, type BookTable } from './book-table';
import type { DeskLayout } from './desk-layout';
import { deskSiret, fictionEmail, fictionPhone } from './invented-identifiers';
import { dayOf, firstDay, MONTH_COUNT } from './month-table';
import type { RegionLayout } from './region-layout';
import { shuffled, type Random } from './random';
import { HOST_TYPES } from './vocabulary';

/** The network of a region: its coordination, desks, territories, facilitators and declarations. */
export function networkTables(layout: RegionLayout): readonly BookTable[] {
  return [
    bookTable('coordination', ['region_code', 'name', 'organisation', 'email', 'phone'], () => coordination(layout)),
    bookTable('desk', ['name', 'host_type', 'siret', 'email', 'phone', 'opened_on', 'closed_on'], () => desks(layout)),
    bookTable('desk_territory', ['desk_id', 'kind', 'code', 'name'], () => territories(layout)),
    bookTable('facilitator', ['desk_id', 'name', 'email', 'phone', 'full_time_share', 'started_on', 'ended_on'], () =>
      facilitators(layout),
    ),
    bookTable('declaration', ['desk_id', 'month', 'declared_at'], () => declarations(layout)),
  ];
}

function coordination({ plan }: RegionLayout): BookRow[] {
  const name = `Coordination régionale ${plan.name} (démonstration)`;
  const organisation = `Structure coordinatrice ${plan.name} (démonstration)`;
  return [[plan.code, name, organisation, fictionEmail(`coordination.${plan.code}`), fictionPhone(plan.ordinal)]];
}

function* desks({ plan, desks: list, randomFor }: RegionLayout): Iterable<BookRow> {
  const random = randomFor('desk');
  for (const desk of list) {
    const main = desk.territories.reduce((left, right) => (right.population > left.population ? right : left));
    const host = HOST_TYPES(random);
    yield [
      `Guichet unique – ${main.name} (démonstration)`,
      main.kind === 'DEPARTEMENT' ? 'DEPARTEMENT' : host,
      deskSiret(plan.ordinal, desk.id),
      fictionEmail(`guichet.${plan.code}.${desk.id}`),
      fictionPhone(1_000 + plan.ordinal * 100 + desk.id),
      firstDay(desk.openedIn),
      desk.closedIn === null ? null : firstDay(desk.closedIn),
    ];
  }
}

function* territories({ desks: list }: RegionLayout): Iterable<BookRow> {
  for (const desk of list) for (const { kind, code, name } of desk.territories) yield [desk.id, kind, code, name];
}

/** One facilitator in seven arrived in 2022, when the State co-funded 82 more (AAP 2022): an assumption. */
const ARRIVED_IN_2022 = 1 / 7;
/** Latest month of departure: everyone counted as gone has left before the end of 2022. */
const LAST_DEPARTURE = MONTH_COUNT - 2;

function* facilitators({ plan, desks: list, randomFor }: RegionLayout): Iterable<BookRow> {
  const random = randomFor('facilitator');
  const open = list.filter((desk) => desk.closedIn === null);
  const closed = list.filter((desk) => desk.closedIn !== null);
  const spread = shuffled(open, random);
  // Every open desk has one; those present beyond that, and those gone, go round the desks.
  const present = Array.from({ length: plan.facilitatorsPresent }, (_, index) => spread[index % spread.length]);
  const gone = Array.from(
    { length: plan.facilitatorsGone },
    (_, index) => closed[index] ?? spread[index % spread.length],
  );
  let number = plan.firstFacilitator;
  for (const [index, desk] of [...present, ...gone].entries()) {
    if (desk === undefined) continue;
    const hasLeft = index >= present.length;
    const { started, ended } = facilitatorDates(desk, hasLeft, random);
    yield [
      desk.id,
      `Facilitateur de démonstration n° ${number}`,
      fictionEmail(`facilitateur.${number}`),
      fictionPhone(5_000 + number),
      random.chance(0.75) ? '1.00' : random.chance(0.5) ? '0.80' : '0.50',
      dayOf(started, 1),
      ended === null ? null : dayOf(ended, 28),
    ];
    number += 1;
  }
}

function facilitatorDates(
  desk: DeskLayout,
  hasLeft: boolean,
  random: Random,
): { started: number; ended: number | null } {
  const openUntil = Math.min(LAST_DEPARTURE, (desk.closedIn ?? MONTH_COUNT) - 1);
  const from = Math.max(desk.openedIn, -72);
  if (hasLeft) {
    const ended = desk.closedIn === null ? Math.max(from, 6 + random.below(LAST_DEPARTURE - 6)) : openUntil;
    return { started: from, ended };
  }
  const isRecent = random.chance(ARRIVED_IN_2022) && desk.openedIn < 24;
  const started = isRecent ? 24 + random.below(9) : from + random.below(Math.max(1, 12 - from));
  return { started: Math.min(started, LAST_DEPARTURE), ended: null };
}

/** Months never declared and months declared late, by year; 2021 is complete, as it was published. */
const MISSING = [0.01, 0, 0.02] as const;
const LATE = [0.02, 0.02, 0.05] as const;
/** The last quarter of 2022 is still coming in. */
const MISSING_AT_THE_END = 0.06;

function* declarations({ desks: list, randomFor }: RegionLayout): Iterable<BookRow> {
  const random = randomFor('declaration');
  for (const desk of list) {
    const end = desk.closedIn ?? MONTH_COUNT;
    for (let month = Math.max(0, desk.openedIn); month < end; month += 1) {
      const year = Math.floor(month / 12);
      const missing = month >= MONTH_COUNT - 3 ? MISSING_AT_THE_END : (MISSING[year] ?? 0);
      const isMissing = random.chance(missing);
      const delay = random.chance(LATE[year] ?? 0) ? 2 + random.below(3) : 1;
      const day = 2 + random.below(14);
      if (!isMissing) yield [desk.id, firstDay(month), `${dayOf(month + delay, day)} 09:00:00+00`];
    }
  }
}
