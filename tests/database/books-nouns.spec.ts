import type { Caller } from '../../subgraphs/kit/identity';
import { withLuhnKey } from '../../subgraphs/kit/identifiers';
import { BOOK_NOUNS } from '../../subgraphs/regional/bookkeeping/nouns';
import { type BooksTester, COORDINATION, createBooksTester } from '../support/books-tester';

interface Trial {
  readonly noun: string;
  readonly by: 'desk' | 'coordination';
  /** An input; "@Desk" stands for the row of that noun. */
  readonly input: Readonly<Record<string, unknown>>;
  /** A later change; none for rows that are only made and deleted. */
  readonly change?: Readonly<Record<string, unknown>>;
}

const SIREN = withLuhnKey('55208131');
const SIRET = withLuhnKey(`${SIREN}0001`);

/** Every noun that has simple mutations, parents first. */
const TRIALS: readonly Trial[] = [
  {
    noun: 'Desk',
    by: 'coordination',
    input: { name: 'Guichet', hostType: 'MDE', openedOn: '2015-01-01' },
    change: { email: 'guichet@example.org' },
  },
  {
    noun: 'DeskTerritory',
    by: 'coordination',
    input: { desk: '@Desk', kind: 'DEPARTEMENT', code: '29', name: 'Finistère' },
    change: { name: 'Finistère (29)' },
  },
  {
    noun: 'Facilitator',
    by: 'desk',
    input: { name: 'Une personne', fullTimeShare: 0.8, startedOn: '2020-01-01' },
    change: { endedOn: '2025-12-31' },
  },
  {
    noun: 'DeskHost',
    by: 'desk',
    input: { hostType: 'MDE', organisation: 'Maison de l’emploi', since: '2015-01-01' },
    change: { until: '2025-12-31' },
  },
  {
    noun: 'TerritoryStrategy',
    by: 'desk',
    input: {
      title: 'Feuille de route',
      decidedBy: 'Conseil communautaire',
      decidedOn: '2025-11-01',
      validFrom: '2026-01-01',
      hoursPerYear: 20000,
      personsPerYear: 40,
      priorityPublics: ['RSA'],
      prioritySectors: ['BTP'],
    },
    change: { hoursPerYear: 25000, priorityPublics: ['RSA', 'REFUGEE'] },
  },
  {
    noun: 'QualitativeRecord',
    by: 'desk',
    input: {
      kind: 'GOOD_PRACTICE',
      theme: 'COMPANIES',
      author: 'Le guichet',
      title: 'Visite de chantier',
      body: 'Avant le démarrage.',
      occurredOn: '2026-02-01',
      sharedOn: '2026-02-02',
    },
    change: { withdrawnOn: '2026-03-01' },
  },
  {
    noun: 'Buyer',
    by: 'desk',
    input: { siren: SIREN, name: 'Ville', kind: 'LOCAL_AUTHORITY' },
  },
  {
    noun: 'BuyerEstablishment',
    by: 'coordination',
    input: { buyer: '@Buyer', siret: SIRET, name: 'Services techniques' },
    change: { name: 'Direction des bâtiments' },
  },
  {
    noun: 'Operation',
    by: 'desk',
    input: { buyer: '@Buyer', title: 'Écoquartier', placeKind: 'COMMUNE', placeCode: '29019' },
    change: { startsOn: '2026-01-01' },
  },
  {
    noun: 'Contract',
    by: 'desk',
    input: { buyer: '@Buyer', operation: '@Operation', title: 'Gros œuvre', sector: 'BTP', departement: '29' },
    change: { amount: 1234567.89, obligation: 'SUBJECT' },
  },
  {
    noun: 'Lot',
    by: 'desk',
    input: { contract: '@Contract', number: 1, title: 'Lot 1' },
    change: { committedHours: 350.5 },
  },
  {
    noun: 'ContractClause',
    by: 'desk',
    input: { contract: '@Contract', lot: '@Lot', type: 'EXECUTION_CONDITION', legalArticle: 'L2112-2' },
    change: { hours: 350 },
  },
  {
    noun: 'Contractor',
    by: 'desk',
    input: { siret: SIRET, name: 'Entreprise', kind: 'COMPANY' },
  },
  { noun: 'LotContractor', by: 'desk', input: { lot: '@Lot', contractor: '@Contractor', role: 'HOLDER' } },
  {
    noun: 'HourCommitment',
    by: 'desk',
    input: { lot: '@Lot', month: '2026-01', hours: 70 },
    change: { hours: 80.25 },
  },
  {
    noun: 'Participant',
    by: 'desk',
    input: { sex: 'M', educationLevel: 'LEVEL_3', birthYear: 1990, reference: '2026-017' },
    change: { livesInQpv: true, birthYear: null },
  },
  {
    noun: 'WorkContract',
    by: 'desk',
    input: {
      participant: '@Participant',
      lot: '@Lot',
      employer: '@Contractor',
      type: 'CDDI',
      executionMode: 'DIRECT_HIRE',
      startsOn: '2026-01-01',
    },
    change: { endsOn: '2026-06-30', weeklyHours: 26 },
  },
  {
    noun: 'Outcome',
    by: 'desk',
    input: { workContract: '@WorkContract', stage: 'EXIT', situation: 'DURABLE_EMPLOYMENT', observedOn: '2026-06-30' },
    change: { observedOn: '2026-07-01' },
  },
  {
    noun: 'LocalCode',
    by: 'coordination',
    input: { list: 'CRITERION', code: 'R1', label: 'RSA socle', nationalCode: 'RSA', validFrom: '2020-01-01' },
    change: { validTo: '2026-12-31' },
  },
  {
    noun: 'DatedParameter',
    by: 'coordination',
    input: { code: 'ESSAI', value: 12.5, unit: 'months', source: 'Règlement', validFrom: '2026-01-01' },
    change: { value: 13 },
  },
];

describe('every noun of the books', () => {
  let books: BooksTester;
  let desk: Caller;
  const made = new Map<string, { id: string; version: number }>();

  beforeAll(async () => {
    books = await createBooksTester();
  });
  afterAll(() => books.close());

  it('is tried here', () => {
    const simple = BOOK_NOUNS.filter(({ without }) => without?.includes('create') !== true).map(({ name }) => name);
    expect(TRIALS.map(({ noun }) => noun).sort()).toEqual([...simple].sort());
  });

  it.each(TRIALS.map((trial) => [trial.noun, trial] as const))(
    '%s is added, read, and changed',
    async (name, trial) => {
      const row = rowOf(name);
      const caller = trial.by === 'desk' ? desk : COORDINATION;
      const input = withReferences(trial.input);
      const added = await mutate(caller, 'create', name, input);
      expect(added).toMatchObject({ __typename: `Create${name}Success`, [row]: { version: 1 } });
      made.set(name, added[row] as { id: string; version: number });
      if (name === 'Desk') desk = books.desk(made.get('Desk')?.id.replace('53-', '') ?? '');
      expect(await shown(caller, name, input)).toEqual(input);
      if (trial.change === undefined) return;
      const changed = await mutate(caller, 'update', name, { ...made.get(name), ...trial.change });
      expect(changed).toMatchObject({ __typename: `Update${name}Success`, [row]: { version: 2 } });
      made.set(name, changed[row] as { id: string; version: number });
      expect(await shown(caller, name, trial.change)).toEqual(trial.change);
    },
  );

  it('is deleted once nothing refers to it, children first', async () => {
    for (const { noun, by } of [...TRIALS].reverse()) {
      // A desk adds buyers and companies, and the coordination takes them away.
      const caller = by === 'desk' && noun !== 'Buyer' && noun !== 'Contractor' ? desk : COORDINATION;
      const { id, version } = made.get(noun) ?? { id: '', version: 0 };
      const outcome = await books.field(
        caller,
        `mutation { delete${noun}(input: { id: "${id}", version: ${version} }) { __typename } }`,
      );
      expect({ [noun]: outcome }).toEqual({ [noun]: { __typename: 'DeleteRowSuccess' } });
    }
  });

  function mutate(caller: Caller, verb: 'create' | 'update', name: string, input: object) {
    const type = `${verb === 'create' ? 'Create' : 'Update'}${name}`;
    return books.field<Record<string, unknown>>(
      caller,
      `mutation ($input: ${type}Input!) { ${verb}${name}(input: $input) { __typename
        ... on ${type}Success { ${rowOf(name)} { id version } } ... on InvalidInput { problems { code path message } } } }`,
      { input },
    );
  }

  /** The fields of a row that an input named, references as identifiers. */
  async function shown(caller: Caller, name: string, input: Readonly<Record<string, unknown>>) {
    const { fields } = BOOK_NOUNS.find((noun) => noun.name === name) ?? { fields: [] };
    const asked = fields.filter((field) => field.name in input);
    const selection = asked.map((field) => (field.kind.is === 'reference' ? `${field.name} { id }` : field.name));
    const found = await books.field(
      caller,
      `{ ${rowOf(name)}(id: "${made.get(name)?.id}") { ${selection.join(' ')} } }`,
    );
    return Object.fromEntries(
      Object.entries(found).map(([key, value]) => [
        key,
        value !== null && typeof value === 'object' && 'id' in value ? value.id : value,
      ]),
    );
  }

  function withReferences(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const resolved = Object.entries(input).map(([key, value]) => {
      const name = typeof value === 'string' && value.startsWith('@') ? value.slice(1) : undefined;
      return [key, name === undefined ? value : (made.get(name)?.id ?? value)];
    });
    return Object.fromEntries(resolved) as Record<string, unknown>;
  }
});

function rowOf(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
