import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLocalJWKSet } from 'jose';
import { composeNetwork, publicationsOf } from '../../schema';
import { type Caller, createHubTokenSigner, createHubTokenVerifier } from '../../subgraphs/kit/identity';
import type { Network } from '../../subgraphs/kit/network';
import { type Answer, ask } from '../support/ask';
import { CONSOLIDATOR, speakingAs, spokenIdentity } from '../support/callers';
import { type ConformanceRegion, startConformanceRegion } from '../support/conformance-region';
import { createTestDatabase } from '../support/database';
import { region, startGateway } from '../support/gateway-servers';
import { startNational } from '../support/national-server';
import { runCli } from '../support/run-cli';
import { createTemporaryFolder } from '../support/temporary-folder';
import { type OtherStack, startOtherStack } from '../support/other-stack';

const SIREN = '552081317';
const BUYER: Caller = { role: 'buyer', sirens: [SIREN] };
const STRANGER: Caller = { role: 'buyer', sirens: ['732829320'] };
const BRETAGNE: Caller = { role: 'coordination', region: '53' };
const CORSE: Caller = { role: 'coordination', region: '94' };

const REQUEST = `{ id version state nextActor nextStates region { code name } desk addressedDesks declineReason
  proposedSizing { hours } agreedSizing { hours computedHours }
  history { kind by party fromState toState note } }`;
const RESULT = `{ __typename
  ... on MobilisationRequestSuccess { request ${REQUEST} }
  ... on MobilisationConflictError { code current { version state desk } }
  ... on MobilisationStepError { code message current { version state } }
  ... on MobilisationRequestNotFoundError { code }
  ... on InvalidInputError { field message } }`;

interface Request {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly desk: string | null;
  readonly history: readonly { readonly kind: string; readonly by: string; readonly toState: string }[];
  readonly [field: string]: unknown;
}

interface Result {
  readonly __typename: string;
  readonly code?: string;
  readonly request?: Request;
  readonly current?: { readonly version: number; readonly state: string; readonly desk?: string };
}

/** An operation in Ajaccio, of which the region of Quimper gets the second attempt. */
const OPERATION = {
  siren: SIREN,
  title: 'Réhabilitation de 120 logements (démonstration)',
  kind: 'WORKS',
  cpv: '45000000-7',
  amount: 1_000_000,
  commune: '2A004',
  startsOn: '2027-03-01',
  endsOn: '2028-02-29',
};

describe('a mobilisation request, over the gateway', () => {
  let reference: ConformanceRegion;
  let other: OtherStack;
  let url: string;
  const cleanups: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    reference = await startConformanceRegion();
    cleanups.push(() => reference.close());
    other = await startOtherStack(reference.publicKeys);
    cleanups.push(() => other.close());
    const members: Network['members'] = [
      { region: region('53'), url: reference.target.url, schemaVersion: '2' },
      { region: region('94'), url: other.url, schemaVersion: '2' },
    ];
    const database = await createTestDatabase('national');
    cleanups.push(() => database.close());
    const network: Network = { version: 1, nationalUrl: '', members };
    const tokens = createHubTokenVerifier('national', createLocalJWKSet(reference.publicKeys));
    const national = await startNational(database.url, network, tokens);
    cleanups.push(() => national.stop());
    const gateway = await startGateway(
      composeNetwork(publicationsOf(members)).supergraphSdl,
      { ...network, nationalUrl: national.url },
      { regionDeadlineMilliseconds: 10_000, nationalDeadlineMilliseconds: 20_000, requestBodyLimitBytes: 256 * 1024 },
      {
        ...spokenIdentity,
        signer: createHubTokenSigner(reference.target.key.signing),
        publicKeys: reference.publicKeys,
      },
    );
    cleanups.push(() => gateway.stop());
    url = `${gateway.url}/graphql`;
  });
  afterAll(async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  });

  const askAs = <Data>(caller: Caller, query: string, variables: object = {}): Promise<Answer<Data>> =>
    ask<Data>(url, query, { ...variables }, { authorization: speakingAs(caller) });

  const change = async (caller: Caller, field: string, input: object): Promise<Result> => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
    const answer = await askAs<Record<string, Result>>(
      caller,
      `mutation ($input: ${type}) { ${field}(input: $input) ${RESULT} }`,
      { input },
    );
    const result = answer.data?.[field];
    if (result === undefined) throw new Error(JSON.stringify(answer));
    return result;
  };
  const done = async (caller: Caller, field: string, input: object): Promise<Request> => {
    const result = await change(caller, field, input);
    if (result.request === undefined) throw new Error(JSON.stringify(result));
    return result.request;
  };
  const move = (caller: Caller, { id, version }: Request, to: string, note?: string) =>
    done(caller, 'moveMobilisationRequest', { id, version, to, note });
  const deskOf = async (commune: string): Promise<Caller & { role: 'desk' }> => {
    const answer = await askAs<{ localContact: { desk: { id: string } } }>(
      BUYER,
      'query ($commune: CommuneCode!) { localContact(commune: $commune) { desk { id } } }',
      { commune },
    );
    const id = answer.data?.localContact.desk.id ?? '';
    return { role: 'desk', region: id.split('-')[0] ?? '', desk: id };
  };

  it('travels from announcement to closure between a buyer, two desks of two regions and the association', async () => {
    const ajaccio = await deskOf('2A004');
    const quimper = await deskOf('29232');
    expect([ajaccio.region, quimper.region]).toEqual(['94', '53']);

    const announced = await done(BUYER, 'announceMobilisationRequest', OPERATION);
    expect(announced).toMatchObject({
      state: 'ANNOUNCED',
      nextActor: 'COORDINATION',
      region: { code: '94', name: 'Corse' },
      // 1,000,000 € × 0.5 ÷ 30 € × 0.05
      proposedSizing: { hours: 833 },
    });
    const proposed = await askAs<{ mobilisationRequest: { localContact: object } }>(
      CORSE,
      `query ($id: ID!) { mobilisationRequest(id: $id) { localContact { status desk { id } } } }`,
      { id: announced.id },
    );
    expect(proposed.data?.mobilisationRequest.localContact).toEqual({ status: 'LIVE', desk: { id: ajaccio.desk } });

    // Nobody takes over what was not sent to them: it does not exist for them.
    expect(await change(ajaccio, 'moveMobilisationRequest', { ...target(announced), to: 'TAKEN_OVER' })).toMatchObject({
      code: 'MOBILISATION_REQUEST_UNKNOWN',
    });
    const addressed = await done(CORSE, 'addressMobilisationRequest', { ...target(announced), desks: [ajaccio.desk] });
    expect(addressed).toMatchObject({ nextActor: 'DESK', addressedDesks: [ajaccio.desk] });
    const declined = await move(ajaccio, addressed, 'DECLINED', 'Le chantier est à Quimper.');
    expect(declined).toMatchObject({ state: 'DECLINED', nextActor: 'ASSOCIATION' });

    const redirected = await done(CONSOLIDATOR, 'redirectMobilisationRequest', { ...target(declined), region: '53' });
    expect(redirected).toMatchObject({ state: 'ANNOUNCED', region: { code: '53' }, declineReason: null });
    const sent = await done(BRETAGNE, 'addressMobilisationRequest', { ...target(redirected), desks: [quimper.desk] });
    const taken = await move(quimper, sent, 'TAKEN_OVER');
    expect(taken.desk).toBe(quimper.desk);
    const sized = await done(quimper, 'sizeMobilisationRequest', {
      ...target(taken),
      parameters: { clauseShare: 0.1 },
      hours: 1_500,
      note: 'Offre d’insertion limitée en 2027.',
    });
    expect(sized.agreedSizing).toEqual({ hours: 1_500, computedHours: 1_667 });
    const drafted = await move(quimper, sized, 'CLAUSE_DRAFTED');
    await done(quimper, 'addMobilisationMessage', {
      id: drafted.id,
      text: 'Projet de clause joint.',
      document: { name: 'clause.pdf', mediaType: 'application/pdf', url: 'https://documents.example.org/clause.pdf' },
    });
    const notified = await move(BUYER, drafted, 'NOTIFIED');
    const executed = await move(quimper, notified, 'IN_EXECUTION');
    const closed = await move(quimper, executed, 'CLOSED');
    expect(closed).toMatchObject({ state: 'CLOSED', nextActor: null, nextStates: [] });
    expect(closed.history.map(({ kind, by, toState }) => `${by} ${kind} ${toState}`)).toEqual([
      'BUYER MOVED ANNOUNCED',
      'COORDINATION ADDRESSED ANNOUNCED',
      'DESK MOVED DECLINED',
      'ASSOCIATION REDIRECTED ANNOUNCED',
      'COORDINATION ADDRESSED ANNOUNCED',
      'DESK MOVED TAKEN_OVER',
      'DESK SIZED SIZED',
      'DESK MOVED CLAUSE_DRAFTED',
      'BUYER MOVED NOTIFIED',
      'DESK MOVED IN_EXECUTION',
      'DESK MOVED CLOSED',
    ]);
  });

  it('is for its parties alone: to others it does not exist, by whatever they ask', async () => {
    const { id, version } = await done(BUYER, 'announceMobilisationRequest', OPERATION);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const read = 'query ($id: ID!) { mobilisationRequest(id: $id) { id } }';
    for (const caller of [STRANGER, BRETAGNE]) {
      expect((await askAs(caller, read, { id })).data).toEqual({ mobilisationRequest: null });
      const asked = { version, to: 'CLOSED', note: 'essai' };
      expect(await change(caller, 'moveMobilisationRequest', { id, ...asked })).toEqual(
        await change(caller, 'moveMobilisationRequest', { id: unknown, ...asked }),
      );
      const message = { id, text: 'essai' };
      expect(await change(caller, 'addMobilisationMessage', message)).toMatchObject({
        code: 'MOBILISATION_REQUEST_UNKNOWN',
      });
    }
    const list =
      'query ($siren: Siren) { mobilisationRequests(filter: {buyer: $siren}) { totalCount edges { node { id } } } }';
    expect((await askAs(STRANGER, list, { siren: SIREN })).data).toEqual({
      mobilisationRequests: { totalCount: 0, edges: [] },
    });
    expect(await change(STRANGER, 'announceMobilisationRequest', OPERATION)).toMatchObject({ field: 'siren' });
  });

  it('goes to one of two desks that answer at once; the other is shown what is there now', async () => {
    const announced = await done(BUYER, 'announceMobilisationRequest', { ...OPERATION, commune: '29232' });
    const desks = ['53-1', '53-2'];
    const sent = await done(BRETAGNE, 'addressMobilisationRequest', { ...target(announced), desks });
    const results = await Promise.all(
      desks.map((desk) =>
        change({ role: 'desk', region: '53', desk }, 'moveMobilisationRequest', { ...target(sent), to: 'TAKEN_OVER' }),
      ),
    );
    const winner = results.find(({ request }) => request !== undefined)?.request;
    const loser = results.find(({ request }) => request === undefined);
    expect(desks).toContain(winner?.desk);
    expect(loser).toEqual({
      __typename: 'MobilisationConflictError',
      code: 'MOBILISATION_CONFLICT',
      current: { version: winner?.version, state: 'TAKEN_OVER', desk: winner?.desk },
    });
  });

  it('is one of a whole programme that the command announces, all of it or none', async () => {
    const folder = await createTemporaryFolder();
    cleanups.push(() => folder.remove());
    const file = join(folder.path, 'programme.csv');
    const line = (index: number) => `"Lot ${index}\nsuite";services;90910000;"80 000";29232`;
    const write = (lines: readonly string[]) =>
      writeFile(file, ['intitule;nature;cpv;montant_ht;commune', ...lines].join('\r\n'));
    const given = ['programme', 'import', file, '--siren', SIREN, '--title', 'Nettoyage', '--url', url];
    const run = () => runCli(given, { MAILLAGE_TOKEN: speakingAs(BUYER).slice('Bearer '.length) });

    await write([...Array.from({ length: 3_000 }, (_, index) => line(index)), 'Nulle part;services;;1;99999']);
    const refused = await run();
    expect([refused.exitCode, refused.stdout + refused.stderr]).toEqual([
      1,
      expect.stringMatching(/3002 +commune[^]+nothing was announced, 1 of 3001 lines/),
    ]);
    await write(Array.from({ length: 3_000 }, (_, index) => line(index)));
    expect(await run()).toMatchObject({ exitCode: 0, stdout: 'Nettoyage: 3000 operations announced.\n' });
    const query =
      '{ mobilisationRequests(filter: {regions: ["53"], states: [ANNOUNCED]}, first: 1) { totalCount edges { node { title } } } }';
    expect((await askAs(BRETAGNE, query)).data).toEqual({
      mobilisationRequests: {
        totalCount: 3_000,
        edges: [{ node: { title: expect.stringContaining('\nsuite') as string } }],
      },
    });
  });

  it('refuses a step that does not follow, and says which do', async () => {
    const announced = await done(BUYER, 'announceMobilisationRequest', OPERATION);
    expect(await change(BUYER, 'moveMobilisationRequest', { ...target(announced), to: 'NOTIFIED' })).toEqual({
      __typename: 'MobilisationStepError',
      code: 'MOBILISATION_STEP_REFUSED',
      message: 'A request that is ANNOUNCED is not brought to NOTIFIED by the role "buyer". Open to it: CLOSED.',
      current: { version: 1, state: 'ANNOUNCED' },
    });
    expect(await change(BUYER, 'moveMobilisationRequest', { ...target(announced), to: 'CLOSED' })).toMatchObject({
      field: 'note',
    });
  });
});

function target({ id, version }: Request): { readonly id: string; readonly version: number } {
  return { id, version };
}
