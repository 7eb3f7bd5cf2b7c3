import { readCogCommunes, readCogDepartements, readCogEpci } from './cog-files';

/** A commune of today with everything above it. */
export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly departement: string;
  readonly region: string;
  /** SIREN of its EPCI; null for the few communes that belong to none. */
  readonly epci: string | null;
  readonly population: number;
}

/** A département or an EPCI. An EPCI may straddle two regions; its region is that of most of its communes. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly population: number;
}

/** Look-ups over the COG, for the 18 regions of the law only. */
export interface Geography {
  /**
   * Today's commune; codes of communes that were merged, of delegated and associated communes and of arrondissements give the commune they
   * belong to.
   */
  commune(code: string): Commune | undefined;
  departement(code: string): Area | undefined;
  epci(code: string): Area | undefined;
  communes(): readonly Commune[];
  departements(): readonly Area[];
  epcis(): readonly Area[];
}

const COMMUNE_FORM = /^(?:\d{5}|2[AB]\d{3})$/;

/** Whether a text has the form of an INSEE commune code ("29232", "2A004", "97105"); says nothing of existence. */
export function isCommuneCode(code: string): boolean {
  return COMMUNE_FORM.test(code);
}

let loaded: Geography | undefined;

/** The geography, read once per process on first use (about 0.2 s, 40 MB while reading). */
export function geography(): Geography {
  loaded ??= loadGeography();
  return loaded;
}

function loadGeography(): Geography {
  const departementRecords = readCogDepartements().filter((record) => record.zone !== 'com');
  const regionOfDepartement = new Map(departementRecords.map((record) => [record.code, record.region]));
  const epciRecords = readCogEpci();
  const epciOfCommune = new Map(epciRecords.flatMap((record) => record.membres.map((m) => [m.code, record.code])));

  const { communes, parentOf } = loadCommunes(regionOfDepartement, epciOfCommune);

  const populationOf = (members: Iterable<Commune>) => {
    let sum = 0;
    for (const member of members) sum += member.population;
    return sum;
  };
  const byDepartement = groupBy([...communes.values()], (commune) => commune.departement);
  const departements = new Map<string, Area>(
    departementRecords.map(({ code, nom, region }) => [
      code,
      { code, name: nom, region, population: populationOf(byDepartement.get(code) ?? []) },
    ]),
  );
  const epcis = new Map<string, Area>();
  for (const record of epciRecords) {
    const members = record.membres.flatMap((member) => communes.get(member.code) ?? []);
    const region = mostFrequent(members.map((member) => member.region));
    if (region === undefined) continue;
    epcis.set(record.code, { code: record.code, name: record.nom, region, population: populationOf(members) });
  }

  return {
    commune: (code) => communes.get(code) ?? communes.get(parentOf.get(code) ?? ''),
    departement: (code) => departements.get(code),
    epci: (code) => epcis.get(code),
    communes: () => [...communes.values()],
    departements: () => [...departements.values()],
    epcis: () => [...epcis.values()],
  };
}

/** Today's communes by code, and of every other code the commune that it belongs to today. */
function loadCommunes(regionOfDepartement: ReadonlyMap<string, string>, epciOfCommune: ReadonlyMap<string, string>) {
  const communes = new Map<string, Commune>();
  const parentOf = new Map<string, string>();
  const successors = new Map<string, string>();
  for (const record of readCogCommunes()) {
    const parent = record.type === 'arrondissement-municipal' ? record.commune : record.chefLieu;
    if (record.type !== 'commune-actuelle') {
      if (parent !== undefined) parentOf.set(record.code, parent);
      continue;
    }
    const region = regionOfDepartement.get(record.departement ?? '');
    if (record.departement === undefined || region === undefined) continue;
    communes.set(record.code, {
      code: record.code,
      name: record.nom,
      departement: record.departement,
      region,
      epci: epciOfCommune.get(record.code) ?? null,
      population: record.population ?? 0,
    });
    for (const code of record.anciensCodes ?? []) successors.set(code, record.code);
  }
  // A delegated or associated commune says itself where it belongs.
  return { communes, parentOf: new Map([...successors, ...parentOf]) };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function mostFrequent(values: readonly string[]): string | undefined {
  const groups = [...groupBy(values, (value) => value)];
  return groups.sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))[0]?.[0];
}
