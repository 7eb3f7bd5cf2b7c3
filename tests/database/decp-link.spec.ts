import type { Caller } from '../../subgraphs/kit/identity';
import { globalId } from '../../subgraphs/regional/books';
import type { ContractEntity } from '../../subgraphs/regional/modules/contract';
import { type BooksTester, COORDINATION, createBooksTester } from '../support/books-tester';

const LINK = `mutation ($input: LinkContractToDecpInput!) { linkContractToDecp(input: $input) { __typename
  ... on LinkContractToDecpSuccess { contract { id title amount placeCode buyer { siren } version } filled kept { field ours published } }
  ... on InvalidInput { problems { code path } }
  ... on ContractVersionConflict { current { version } } } }`;
const PREVIEW = 'query ($id: String!) { decpContract(id: $id) { isFree title amount placeCode buyer { siren } } }';

describe('a contract that is linked to a public one of the DECP import', () => {
  let tester: BooksTester;
  let own: ContractEntity;
  let desk: Caller;
  let uid: string;
  let count = 0;

  beforeAll(async () => {
    tester = await createBooksTester();
  });
  afterAll(() => tester.close());
  beforeEach(async () => {
    count += 1;
    uid = `2168000${count}`;
    const home = await tester.buildDesk();
    desk = tester.desk(home.id);
    own = await tester.buildContract({
      deskId: home.id,
      title: 'Ecole',
      cpv: null,
      amountCents: null,
      departementCode: null,
    });
    const buyer = await tester.buildBuyer();
    const published = await tester.buildContract({
      buyerId: buyer.id,
      origin: 'DECP',
      source: 'DECP',
      externalId: uid,
      title: 'Construction de l’école Pergaud',
      cpv: '45214210',
      amountCents: '123456789',
      placeKind: 'COMMUNE',
      placeCode: '35238',
      departementCode: '35',
      deskId: null,
    });
    const lot = await tester.buildLot({ contractId: published.id, origin: 'DECP' });
    const holder = await tester.buildContractor();
    await tester.dataSource.query(
      `INSERT INTO lot_contractor (lot_id, contractor_id, role, origin) VALUES ($1, $2, 'HOLDER', 'DECP')`,
      [lot.id, holder.id],
    );
  });

  const link = (input: object, caller = desk) =>
    tester.field<Record<string, unknown>>(caller, LINK, { input: { decp: uid, ...input } });
  const mine = () => ({ contract: globalId(tester.region, own.id), version: 1 });
  const contractsOf = () => tester.dataSource.query('SELECT id, origin FROM contract WHERE external_id = $1', [uid]);

  it('is shown before it is linked', async () => {
    const found = await tester.field(desk, PREVIEW, { id: uid });
    expect(found).toMatchObject({ isFree: true, amount: 1234567.89, placeCode: '35238' });
    expect(await tester.field(desk, PREVIEW, { id: 'nothing' })).toBeNull();
  });

  it('gets what is empty, keeps what the desk wrote, and is one contract with the holders of the public one', async () => {
    expect(await link(mine())).toMatchObject({
      __typename: 'LinkContractToDecpSuccess',
      contract: { title: 'Ecole', amount: 1234567.89, placeCode: '35238' },
      filled: expect.arrayContaining(['amount', 'cpv', 'placeCode']),
      kept: expect.arrayContaining([
        { field: 'title', ours: '"Ecole"', published: '"Construction de l’école Pergaud"' },
      ]),
    });
    expect(await contractsOf()).toEqual([{ id: own.id, origin: 'ENTERED' }]);
    expect(
      await tester.dataSource.query(
        'SELECT x.role FROM lot l JOIN lot_contractor x ON x.lot_id = l.id WHERE l.contract_id = $1',
        [own.id],
      ),
    ).toEqual([{ role: 'HOLDER' }]);
  });

  it('takes everything when the desk says so', async () => {
    expect(await link({ ...mine(), replaces: true })).toMatchObject({
      contract: { title: 'Construction de l’école Pergaud' },
      kept: [],
    });
  });

  it('is made from the public one', async () => {
    expect(await link({ reference: `M-${count}` })).toMatchObject({
      contract: { title: 'Construction de l’école Pergaud', amount: 1234567.89 },
      kept: [],
    });
    expect(await contractsOf()).toMatchObject([{ origin: 'ENTERED' }]);
  });

  it('is refused twice, for what is not there, and with an old version; nothing is written then', async () => {
    await link({});
    expect(await link(mine())).toMatchObject({ problems: [{ code: 'DECP_TAKEN', path: 'decp' }] });
    expect(await link({ decp: 'nothing' })).toMatchObject({ problems: [{ code: 'DECP_UNKNOWN' }] });
    expect(await tester.dataSource.query('SELECT version, amount_cents FROM contract WHERE id = $1', [own.id])).toEqual(
      [{ version: 1, amount_cents: null }],
    );
  });

  it('is not written when it was changed meanwhile, nor a contract of another desk', async () => {
    expect(await link({ ...mine(), version: 7 })).toMatchObject({ __typename: 'ContractVersionConflict' });
    const other = await tester.buildDesk();
    expect(await link(mine(), tester.desk(other.id))).toMatchObject({ __typename: 'RowNotFound' });
    const { errors } = await tester.ask(COORDINATION, LINK, { input: { decp: uid, ...mine() } });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await contractsOf()).toMatchObject([{ origin: 'DECP' }]);
  });
});
