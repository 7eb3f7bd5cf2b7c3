import { isThereOn } from './books.js';

const collator = new Intl.Collator('fr', { numeric: true });
/** A commune is closer than its EPCI, which is closer than its département. */
const CLOSENESS = ['COMMUNE', 'EPCI', 'DEPARTEMENT'];

/** Compares by name as a French reader expects, then by identifier. */
export function byName(left, right) {
  return collator.compare(left.name, right.name) || left.id - right.id;
}

/** Desks open on a day, by name. */
export function openDesks(books, day) {
  return books.desks.filter(({ openedOn, closedOn }) => isThereOn(day, openedOn, closedOn)).sort(byName);
}

/** Facilitators in post on a day at a desk, by name. */
export function facilitatorsOf(books, desk, day) {
  return books.facilitators
    .filter((person) => person.desk === desk.id && isThereOn(day, person.startedOn, person.endedOn))
    .sort(byName);
}

/** Who answers for a place, the closest territory first; every open desk when no place is asked. */
export function directoryOf(books, place, day) {
  const desks = openDesks(books, day)
    .map((desk) => ({ desk, rank: place === null ? 0 : rankOf(desk, place) }))
    .filter(({ rank }) => rank !== -1)
    .sort((left, right) => left.rank - right.rank || byName(left.desk, right.desk))
    .map(({ desk }) => desk);
  return { desks, facilitators: desks.flatMap((desk) => facilitatorsOf(books, desk, day)) };
}

/** Kind of the closest territory by which a desk covers a place; -1 when it does not. */
function rankOf(desk, place) {
  const codes = { COMMUNE: place.commune, EPCI: place.epci, DEPARTEMENT: place.departement };
  return CLOSENESS.findIndex((kind) =>
    desk.territories.some((territory) => territory.kind === kind && territory.code === codes[kind]),
  );
}
