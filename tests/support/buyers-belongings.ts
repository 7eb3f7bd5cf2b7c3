import { withLuhnKey } from '../../subgraphs/kit/identifiers';
import type { Caller } from '../../subgraphs/kit/identity';
import { CONSOLIDATOR } from './callers';
import type { ListeningHub } from './twin-hubs';

/** What the national level holds of buyers, by name: others may guess at it. */
export interface Belongings {
  readonly requests: readonly string[];
  readonly programmes: readonly string[];
  readonly partnerships: readonly string[];
  readonly cursors: readonly string[];
}

const OPERATION = {
  title: 'Réhabilitation (démonstration)',
  kind: 'WORKS',
  cpv: '45000000-7',
  amount: 1_000_000,
  commune: '29232',
  startsOn: '2027-03-01',
  endsOn: '2028-02-29',
};
const PROGRAMME = `intitule;nature;cpv;montant_ht;commune;debut;fin
Programme ligne A;travaux;45000000-7;500000;29232;2027-03-01;2028-02-29
Programme ligne B;travaux;45000000-7;900000;2A004;2027-05-01;2028-06-30`;
const DOCUMENT = { name: 'clause.pdf', mediaType: 'application/pdf', url: 'https://documents.example.org/clause.pdf' };
/** Legal units without any contract. */
const MEMBERS = ['732829320', '356000000'];

/**
 * Gives every buyer, through the API, one of everything that the national level keeps for buyers: an amended convention with a
 * member, a document and two objectives; two establishments; a request with messages and a document on its way; a programme that was announced and one that
 * was not; reminders. `parties` are further members of a buyer's convention.
 */
export async function fillBuyers(
  hub: ListeningHub,
  sirens: readonly string[],
  parties: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<Belongings> {
  const done = async (caller: Caller, field: string, result: string, input: object) => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${field}(input: $input) { __typename ${result} ... on InvalidInputError { field message } } }`;
    const { data, errors } = await hub.askAs<Record<string, Record<string, unknown>>>(caller, query, { input });
    const outcome = data?.[field] ?? {};
    if (!String(outcome['__typename']).endsWith('Success')) throw new Error(JSON.stringify({ field, outcome, errors }));
    return outcome as Record<string, { id: string; version: number; lineCount: number }>;
  };
  const REQUEST = '... on MobilisationRequestSuccess { request { id version } }';
  const PARTNERSHIP = '... on PartnershipSuccess { partnership { id version } }';
  const LINES =
    '... on MobilisationProgrammeSuccess { programme { id lineCount } } ... on MobilisationProgrammeLinesError { problems { field message } }';

  const [requests, programmes, partnerships]: [string[], string[], string[]] = [[], [], []];
  for (const [index, siren] of sirens.entries()) {
    const buyer: Caller = { role: 'buyer', sirens: [siren] };
    const members = [MEMBERS[index % MEMBERS.length] ?? '', ...(parties.get(siren) ?? [])];
    const convention = conventionOf(siren, members);
    const { partnership } = await done(CONSOLIDATOR, 'signPartnership', PARTNERSHIP, { partnership: convention });
    partnerships.push(partnership?.id ?? '');
    const objectives = [{ ...convention.objectives[0], hours: 3_000 }, convention.objectives[1]];
    const amended = { id: partnership?.id, version: partnership?.version, partnership: { ...convention, objectives } };
    await done(CONSOLIDATOR, 'amendPartnership', PARTNERSHIP, { ...amended, note: `avenant de ${siren}` });

    const establishments = [1, 2].map((index) => ({
      siret: withLuhnKey(`${siren}${String(1_000 * index)}`),
      name: `Établissement ${String(index)} de ${siren}`,
      communeCode: '29232',
    }));
    await done(buyer, 'saveBuyerEstablishments', '... on BuyerEstablishmentsSuccess { buyer { siren } }', {
      siren,
      establishments,
    });

    const { request } = await done(buyer, 'announceMobilisationRequest', REQUEST, { ...OPERATION, siren });
    requests.push(request?.id ?? '');
    for (const text of ['Bonjour', `Message de ${siren}`]) {
      await done(buyer, 'addMobilisationMessage', REQUEST, { id: request?.id, text, document: DOCUMENT });
    }
    for (const title of ['Programme annoncé', 'Programme ouvert']) {
      const { programme } = await done(buyer, 'openMobilisationProgramme', LINES, { siren, title });
      const id = programme?.id ?? '';
      programmes.push(id);
      await done(buyer, 'addMobilisationProgrammeLines', LINES, { id, csv: PROGRAMME, firstLine: 2 });
      if (title === 'Programme annoncé') await done(buyer, 'announceMobilisationProgramme', LINES, { id, lines: 2 });
    }
    const reminder = '... on ReminderSuccess { reminder { rhythm } }';
    await done(buyer, 'setReminders', reminder, { email: `${siren}@exemple.invalid`, rhythm: 'DAILY' });
  }
  return { requests, programmes, partnerships, ...(await namesOfAll(hub)) };
}

function conventionOf(siren: string, members: readonly string[]) {
  return {
    siren,
    buyerName: `Acheteur ${siren}`,
    title: `Convention de ${siren}`,
    signedOn: '2020-01-15',
    endsOn: '2029-12-31',
    reportsDue: ['03-31'],
    members: members.map((member) => ({ siren: member, name: `Membre de ${siren}` })),
    documents: [{ name: 'Convention signée', url: `https://exemple.invalid/${siren}.pdf` }],
    objectives: [
      { label: 'Travaux', hours: 4_000, deadline: '2022-12-31', sectors: ['BTP'] },
      { label: 'Autres', hours: 1_500, deadline: '2023-12-31', regions: ['53', '94'] },
    ],
  };
}

async function namesOfAll(hub: ListeningHub): Promise<Pick<Belongings, 'cursors'>> {
  const { data } = await hub.askAs<{
    contracts: { edges: { cursor: string }[] };
    mobilisationRequests: { edges: { cursor: string }[] };
  }>(
    CONSOLIDATOR,
    `{ contracts(first: 8) { edges { cursor } }
       mobilisationRequests(first: 20) { edges { cursor } } }`,
  );
  return { cursors: [...data.contracts.edges, ...data.mobilisationRequests.edges].map(({ cursor }) => cursor) };
}
