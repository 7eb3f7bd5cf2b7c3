const KINDS = ['COMMUNE', 'EPCI', 'DEPARTEMENT'];

/** Desks that cover a place, the closest territory first; all of them for the whole region. */
export function desksOf({ desks }, place) {
  const opened = openDesks(desks);
  if (place === null) return opened;
  const codes = [place.commune, place.epci, place.departement];
  const closeness = ({ territories }) =>
    Math.min(...territories.map(({ kind, code }) => (codes[KINDS.indexOf(kind)] === code ? KINDS.indexOf(kind) : 9)));
  return opened.filter((desk) => closeness(desk) < 9).sort((left, right) => closeness(left) - closeness(right));
}

/** Desks open today. */
export function openDesks(desks) {
  const today = new Date().toISOString().slice(0, 10);
  return desks.filter(({ openedOn }) => openedOn <= today);
}
