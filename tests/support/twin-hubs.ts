import type { Caller } from '../../subgraphs/kit/identity';
import { composeNetwork, regionalSchema } from '../../schema';
import type { Network } from '../../subgraphs/kit/network';
import { createRegionalSubgraph } from '../../subgraphs/regional';
import { loadDemonstration } from '../../subgraphs/regional/demonstration';
import { type Answer, ask } from './ask';
import { speakingAs, spokenIdentity, spokenTokens } from './callers';
import { cloneTestDatabase, createTestDatabase, type TestDatabase } from './database';
import { region as regionOf, silentLogger, startGateway } from './gateway-servers';
import { fillNational, startNational } from './national-server';
import { tellingTokens } from './telling-tokens';
import { withClient } from './test-federation';

/** Regions of the hub; the last one is a member that nobody can reach. */
const MEMBERS = ['53', '94'] as const;
const ABSENT = '06';

/** Databases of a hub, by what they are: a region's code, or `national`. */
export type HubDatabases = Readonly<Record<(typeof MEMBERS)[number] | 'national', TestDatabase>>;

/** A hub that listens. */
export interface ListeningHub {
  readonly supergraphSdl: string;
  askAs<Data>(caller: Caller, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer<Data>>;
  stop(): Promise<void>;
}

/** Databases of two regions and the national level with the small demonstration. */
export async function createHubDatabases(): Promise<HubDatabases> {
  const [bretagne, corse, national] = await Promise.all([
    createTestDatabase('regional'),
    createTestDatabase('regional'),
    createTestDatabase('national'),
  ]);
  const databases = { '53': bretagne, '94': corse, national };
  for (const code of MEMBERS) {
    await withClient(databases[code].url, (client) => loadDemonstration(client, code, { scale: 'small', seed: 7 }));
  }
  await fillNational(national.url, networkOf({}));
  return databases;
}

/** Copies that hold the same rows under the same identifiers. Nobody may be connected to the originals. */
export async function cloneHubDatabases(databases: HubDatabases): Promise<HubDatabases> {
  return {
    '53': await cloneTestDatabase(databases['53']),
    '94': await cloneTestDatabase(databases['94']),
    national: await cloneTestDatabase(databases.national),
  };
}

/** Drops them. */
export async function dropHubDatabases(databases: HubDatabases): Promise<void> {
  await Promise.all(Object.values(databases).map((database) => database.close()));
}

/**
 * Takes everything of everybody but a buyer out of the databases: what remains is a hub in which others never were. Of the other parties of
 * its conventions their contracts stay, that they are supported, and the conventions themselves.
 */
export async function keepBuyersOnly(
  databases: HubDatabases,
  { sirens, convention = [] }: { readonly sirens: readonly string[]; readonly convention?: readonly string[] },
): Promise<void> {
  const list = (codes: readonly string[]) => codes.map((siren) => `'${siren}'`).join(', ');
  const seen = list([...sirens, ...convention]);
  for (const code of MEMBERS) await withClient(databases[code].url, (client) => client.query(regionalDeletion(seen)));
  await withClient(databases.national.url, (client) => client.query(nationalDeletion(list(sirens), seen)));
}

/** Starts regions, national level and gateway over databases. */
export async function startHub(databases: HubDatabases): Promise<ListeningHub> {
  const stops: (() => Promise<unknown>)[] = [];
  const urls: Record<string, string> = { [ABSENT]: 'http://127.0.0.1:9/graphql' };
  for (const code of MEMBERS) {
    const options = { region: regionOf(code), databaseUrl: databases[code].url, port: 0 };
    const limits = { drainDelay: 0, stopGrace: 100 };
    const subgraph = await createRegionalSubgraph(
      { ...options, limits },
      { logger: silentLogger, tokensFor: () => spokenTokens },
    );
    stops.push(() => subgraph.stop());
    urls[code] = subgraph.url;
  }
  const network = networkOf(urls);
  const publications = network.members.map(({ region, schemaVersion }) => ({
    region,
    sdl: regionalSchema(region, schemaVersion),
  }));
  const { supergraphSdl } = composeNetwork(publications);
  const national = await startNational(databases.national.url, network, tellingTokens);
  stops.push(() => national.stop());
  const gateway = await startGateway(
    supergraphSdl,
    { ...network, nationalUrl: national.url },
    { regionDeadlineMilliseconds: 10_000, nationalDeadlineMilliseconds: 20_000 },
    spokenIdentity,
  );
  stops.push(() => gateway.stop());
  return {
    supergraphSdl,
    askAs: (caller, query, variables) =>
      ask(`${gateway.url}/graphql`, query, variables, { authorization: speakingAs(caller) }),
    stop: async () => {
      for (const stop of stops.reverse()) await stop();
    },
  };
}

function networkOf(urls: Readonly<Record<string, string>>): Network {
  const members = [...MEMBERS, ABSENT].sort().map((code) => ({
    region: regionOf(code),
    url: urls[code] ?? 'http://127.0.0.1:9/graphql',
    schemaVersion: '3',
  }));
  return { version: 1, nationalUrl: 'http://127.0.0.1:9/graphql', members };
}

/** Children first; persons who worked for others alone go as well, and companies. */
function regionalDeletion(kept: string): string {
  return `
    CREATE TEMPORARY TABLE declared AS SELECT id, state, declared_at, version FROM declaration;
    CREATE TEMPORARY TABLE gone AS SELECT c.id FROM contract c JOIN buyer b ON b.id = c.buyer_id WHERE b.siren NOT IN (${kept});
    CREATE TEMPORARY TABLE gone_lot AS SELECT id FROM lot WHERE contract_id IN (SELECT id FROM gone);
    CREATE TEMPORARY TABLE gone_work AS SELECT id FROM work_contract WHERE lot_id IN (SELECT id FROM gone_lot);
    DELETE FROM hour_entry WHERE work_contract_id IN (SELECT id FROM gone_work);
    DELETE FROM outcome WHERE work_contract_id IN (SELECT id FROM gone_work);
    DELETE FROM work_contract WHERE id IN (SELECT id FROM gone_work);
    DELETE FROM participant_criterion WHERE participant_id NOT IN (SELECT participant_id FROM work_contract);
    DELETE FROM participant WHERE id NOT IN (SELECT participant_id FROM work_contract);
    DELETE FROM hour_commitment WHERE lot_id IN (SELECT id FROM gone_lot);
    DELETE FROM lot_contractor WHERE lot_id IN (SELECT id FROM gone_lot);
    DELETE FROM contract_clause WHERE contract_id IN (SELECT id FROM gone);
    DELETE FROM lot WHERE id IN (SELECT id FROM gone_lot);
    DELETE FROM contract WHERE id IN (SELECT id FROM gone);
    DELETE FROM operation WHERE buyer_id IN (SELECT id FROM buyer WHERE siren NOT IN (${kept}));
    DELETE FROM contractor WHERE id NOT IN (SELECT employer_id FROM work_contract)
      AND id NOT IN (SELECT contractor_id FROM lot_contractor);
    DELETE FROM buyer_establishment WHERE buyer_id IN (SELECT id FROM buyer WHERE siren NOT IN (${kept}));
    DELETE FROM buyer WHERE siren NOT IN (${kept});
    -- Where others never were, nobody's correction has reopened a month.
    ALTER TABLE declaration DISABLE TRIGGER USER;
    UPDATE declaration x SET state = d.state, declared_at = d.declared_at, version = d.version FROM declared d WHERE d.id = x.id;
    ALTER TABLE declaration ENABLE TRIGGER USER`;
}

function nationalDeletion(kept: string, seen: string): string {
  return `
    CREATE TEMPORARY TABLE gone AS SELECT id FROM mobilisation_request WHERE siren NOT IN (${kept});
    DELETE FROM mobilisation_message WHERE request_id IN (SELECT id FROM gone);
    DELETE FROM mobilisation_event WHERE request_id IN (SELECT id FROM gone);
    DELETE FROM mobilisation_request WHERE id IN (SELECT id FROM gone);
    DELETE FROM mobilisation_programme_line WHERE programme_id IN
      (SELECT id FROM mobilisation_programme WHERE siren NOT IN (${kept}));
    DELETE FROM mobilisation_programme WHERE siren NOT IN (${kept});
    DELETE FROM reminder_target WHERE caller ->> 'role' = 'buyer' AND NOT caller -> 'sirens' <@ jsonb_build_array(${kept});
    CREATE TEMPORARY TABLE gone_partnership AS
      SELECT p.id FROM partnership p JOIN national_buyer b ON b.id = p.national_buyer_id WHERE b.siren NOT IN (${kept})
         AND NOT EXISTS (SELECT FROM partnership_member m WHERE m.partnership_id = p.id AND m.siren IN (${kept}));
    DELETE FROM partnership_change WHERE partnership_id IN (SELECT id FROM gone_partnership);
    DELETE FROM partnership_objective WHERE partnership_id IN (SELECT id FROM gone_partnership);
    -- Members and documents go with their partnership.
    DELETE FROM partnership WHERE id IN (SELECT id FROM gone_partnership);
    DELETE FROM national_buyer WHERE siren NOT IN (${seen})`;
}
