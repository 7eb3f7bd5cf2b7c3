import type { Caller } from '../../subgraphs/kit/identity';
import { expect, NotRun, type ReasonCode } from '../report';
import { type Json, numberOf, type Session, shown } from '../session';
import type { CheckGroup } from './check';
import { readContracts, readPage, readRows, readSample, sirenOf } from './contract-facts';
import { otherRegionOf } from './entities.checks';
import { readPeriod, readTotals } from './figures-facts';

/** A buyer of the region that has some contracts and not all of them. */
interface KnownBuyer {
  readonly siren: string;
  /** A contract of another buyer. */
  readonly foreignContract: string;
  readonly foreignSiren: string;
}

/** Finds a buyer among the contracts. Throws NO_DATA when all are of one buyer. */
function readBuyer(session: Session): Promise<KnownBuyer> {
  return session.once('buyer', async () => {
    const rows = (await readSample(session)).flatMap((row) => {
      const siren = sirenOf(row);
      return siren === undefined ? [] : [{ siren, id: String(row['id']) }];
    });
    const [first] = rows;
    const other = rows.find(({ siren }) => siren !== first?.siren);
    if (first === undefined || other === undefined) throw new NotRun('NO_DATA', 'The contracts are all of one buyer.');
    return { siren: first.siren, foreignContract: other.id, foreignSiren: other.siren };
  });
}

/** Figures of the year as a role is shown them; null when it is shown none. */
async function figuresFor(session: Session, caller: Caller, filter = {}): Promise<Json | null> {
  const scope = session.scopes.figures({ ...(await readPeriod(session)), filter });
  const reference = { region: session.region.code, scope };
  const { entities } = await session.resolve('ShardFigures', [reference], 'hoursDone participants', caller);
  return entities[0] ?? null;
}

/** Fails when a role is shown any contract, by page or by key. */
async function expectNoContract(session: Session, caller: Caller, reason: ReasonCode): Promise<void> {
  const { entries } = await readContracts(session);
  const page = await readPage(session, { first: 5 }, caller);
  const listed = page?.entries[0]?.id;
  expect(listed === undefined, reason, `The role "${caller.role}" is listed the contract ${listed}.`);
  const counted = page?.totalCount ?? 0;
  expect(counted === 0, reason, `The role "${caller.role}" is told that there are ${counted} contracts.`);
  const [row] = await readRows(session, [entries[0]?.id ?? ''], caller);
  expect(row == null, reason, () => `The role "${caller.role}" is shown ${shown(row)} by its key.`);
}

/** That every role sees what it may, and no more. */
export const rolesChecks: CheckGroup = {
  name: 'roles',
  needs: ['identity.token', 'figures.answered', 'pages.rows'],
  checks: [
    {
      name: 'figures',
      title: 'shows figures to no role that may not see them',
      run: async (session) => {
        for (const role of ['public', 'administrator', 'auditor'] as const) {
          const figures = await figuresFor(session, { role });
          const hours = figures === null ? null : figures['hoursDone'];
          expect(hours == null, 'FIGURES_SHOWN_TO_PUBLIC', `The role "${role}" is shown ${shown(hours)} hours.`);
        }
      },
    },
    {
      name: 'contracts',
      title: 'shows contracts to no role that may not see them',
      run: async (session) => {
        for (const role of ['public', 'approver', 'administrator', 'auditor'] as const) {
          await expectNoContract(session, { role }, 'CONTRACTS_SHOWN_TO_PUBLIC');
        }
      },
    },
    {
      name: 'directory',
      title: 'shows the network and the directory to everybody',
      needs: ['entities.network'],
      run: async (session) => {
        const { code } = session.region;
        const caller: Caller = { role: 'public' };
        const network = await session.resolve('ShardNetwork', [{ region: code }], 'desks { id }', caller);
        const scope = session.scopes.directory();
        const directory = await session.resolve('ShardDirectory', [{ region: code, scope }], 'deskIds', caller);
        const isShown = network.entities[0]?.['desks'] != null && directory.entities[0]?.['deskIds'] != null;
        const what = () => `The public is refused the directory: ${shown([...network.errors, ...directory.errors])}.`;
        expect(isShown, 'DIRECTORY_REFUSED_TO_PUBLIC', what);
      },
    },
    {
      name: 'network-figures',
      title: 'shows figures to the network, also of other regions',
      run: async (session) => {
        const region = otherRegionOf(session);
        const callers: readonly Caller[] = [
          { role: 'coordination', region },
          { role: 'desk', region, desk: `${region}-1` },
        ];
        for (const caller of callers) {
          const figures = await figuresFor(session, caller);
          const what = `The role "${caller.role}" of region ${region} is refused the figures.`;
          expect(figures?.['hoursDone'] != null, 'ROLE_REFUSED_OWN', what);
        }
      },
    },
    {
      name: 'own-region',
      title: 'shows its coordination all of its contracts',
      run: async (session) => {
        const page = await readPage(session, { first: 1 }, { role: 'coordination', region: session.region.code });
        const { totalCount } = await readContracts(session);
        const what = `The region's coordination sees ${shown(page?.totalCount)} of ${shown(totalCount)} contracts.`;
        expect(page !== null && page.totalCount === totalCount, 'ROLE_REFUSED_OWN', what);
      },
    },
    {
      name: 'other-region',
      title: 'shows no contract to desks and coordinations of other regions',
      run: async (session) => {
        const region = otherRegionOf(session);
        await expectNoContract(session, { role: 'coordination', region }, 'OTHER_REGION_SEES_CONTRACTS');
        const desk: Caller = { role: 'desk', region, desk: `${region}-1` };
        await expectNoContract(session, desk, 'OTHER_REGION_SEES_CONTRACTS');
      },
    },
    {
      name: 'buyer-contracts',
      title: 'shows a buyer its own contracts and no others, whatever it asks for',
      run: async (session) => {
        const { siren, foreignContract, foreignSiren } = await readBuyer(session);
        const caller: Caller = { role: 'buyer', sirens: [siren] };
        const own = await readPage(session, { filter: { buyers: [siren] } });
        const page = await readPage(session, {}, caller);
        const rows = await readRows(session, page?.entries.map(({ id }) => id) ?? []);
        const foreign = rows.find((row) => row !== null && sirenOf(row) !== siren);
        const reason = 'OTHER_BUYERS_CONTRACTS_SHOWN';
        expect(foreign === undefined, reason, () => `The buyer ${siren} is listed ${shown(foreign)}.`);
        const [byKey] = await readRows(session, [foreignContract], caller);
        expect(byKey == null, reason, () => `The buyer ${siren} is shown ${shown(byKey)} by its key.`);
        const other = await readPage(session, { filter: { buyers: [foreignSiren] } }, caller);
        const counted = other?.totalCount ?? 0;
        expect(counted === 0, reason, `The buyer ${siren} is told of ${counted} contracts of ${foreignSiren}.`);
        const what = `The buyer ${siren} sees ${shown(page?.totalCount)} of its ${shown(own?.totalCount)} contracts.`;
        expect(page !== null && page.totalCount === own?.totalCount, 'ROLE_REFUSED_OWN', what);
      },
    },
    {
      name: 'buyer-figures',
      title: 'adds up for a buyer its own contracts only',
      needs: ['filter.buyers'],
      run: async (session) => {
        const { siren } = await readBuyer(session);
        const figures = await figuresFor(session, { role: 'buyer', sirens: [siren] });
        const wanted = await figuresFor(session, { role: 'consolidator' }, { buyers: [siren] });
        const [hours, own] = [figures?.['hoursDone'], wanted?.['hoursDone']];
        const all = numberOf(await readTotals(session), 'hoursDone');
        const reason =
          typeof hours === 'number' && hours > Number(own) ? 'OTHER_BUYERS_FIGURES_SHOWN' : 'ROLE_REFUSED_OWN';
        const what = `The buyer ${siren} is shown ${shown(hours)} hours; its own are ${shown(own)}, all are ${all}.`;
        expect(hours === own, reason, what);
      },
    },
  ],
};
