import type { Caller } from '../../subgraphs/kit/identity';
import type { ContractEntity } from '../../subgraphs/regional/modules/contract';
import type { BuyerEntity } from '../../subgraphs/regional/modules/buyer';
import type { DeskEntity } from '../../subgraphs/regional/modules/desk';
import type { Sample, SampleHours } from './regional-sample';
import type { RegionalTester } from './regional-tester';

/** One contract to write: positions in the lists of desks and buyers; null for none. */
export interface ContractPlan {
  readonly desk: number | null;
  /** Desk of the contract's operation; undefined when it belongs to no operation. */
  readonly operationDesk: number | null | undefined;
  readonly buyer: number;
  readonly sector: 'BTP' | 'CLEANING';
  readonly day: string | null;
  /** Hundredths of an hour, done and planned in January 2021. */
  readonly hours: number;
}

/** A contract as it was written. */
export interface WrittenContract extends ContractPlan {
  readonly contract: ContractEntity;
  readonly owner: BuyerEntity;
  readonly done: SampleHours;
}

/** Books with two desks and three buyers, as rows in memory. */
export interface VisibleBooks {
  readonly desks: readonly DeskEntity[];
  readonly buyers: readonly BuyerEntity[];
  readonly contracts: readonly WrittenContract[];
}

/** Writes books over those of before. */
export async function writeVisibleBooks(tester: RegionalTester, plans: readonly ContractPlan[]): Promise<VisibleBooks> {
  await tester.dataSource.query('TRUNCATE desk, buyer, contractor, participant CASCADE');
  const desks = [await tester.buildDesk(), await tester.buildDesk()];
  const buyers: BuyerEntity[] = [];
  for (const kind of ['LOCAL_AUTHORITY', 'STATE', 'HOSPITAL']) buyers.push(await tester.buildBuyer({ kind }));
  const contracts: WrittenContract[] = [];
  for (const plan of plans) contracts.push(await writeContract(tester, plan, desks, buyers));
  return { desks, buyers, contracts };
}

/** Whether a caller sees a contract as a row, said again in plain words. */
export function seesContract(caller: Caller, { desks }: VisibleBooks, row: WrittenContract): boolean {
  if (caller.role === 'consolidator') return true;
  if (caller.role === 'coordination') return caller.region === '53';
  if (caller.role === 'buyer') return caller.sirens.includes(row.owner.siren);
  if (caller.role !== 'desk') return false;
  const own = desks.findIndex((desk) => `53-${desk.id}` === caller.desk);
  return own >= 0 && (row.desk === own || row.operationDesk === own);
}

/** The rows that a caller's figures are added up from. */
export function countedFor(caller: Caller, { contracts }: VisibleBooks): Sample {
  const counted = contracts.filter(({ owner }) => caller.role !== 'buyer' || caller.sirens.includes(owner.siren));
  return {
    done: counted.map(({ done }) => done),
    planned: counted.map(({ done: { done: _, ...planned } }) => planned),
  };
}

async function writeContract(
  tester: RegionalTester,
  plan: ContractPlan,
  desks: readonly DeskEntity[],
  buyers: readonly BuyerEntity[],
): Promise<WrittenContract> {
  const owner = buyers[plan.buyer];
  const deskAt = (at: number | null) => (at === null ? null : (desks[at]?.id ?? null));
  if (owner === undefined) throw new Error(`No buyer ${plan.buyer}`);
  const operation =
    plan.operationDesk === undefined
      ? null
      : await tester.buildOperation({ buyerId: owner.id, deskId: deskAt(plan.operationDesk) });
  const contract = await tester.buildContract({
    buyerId: owner.id,
    deskId: deskAt(plan.desk),
    operationId: operation?.id ?? null,
    sector: plan.sector,
    notifiedOn: plan.day,
  });
  const lot = await tester.buildLot({ contractId: contract.id });
  const hours = (plan.hours / 100).toFixed(2);
  await tester.buildCommitment({ lotId: lot.id, hours });
  const participant = await tester.buildParticipant();
  const employer = await tester.buildContractor();
  const workContract = await tester.buildWorkContract({
    lotId: lot.id,
    participantId: participant.id,
    employerId: employer.id,
    deskId: desks[0]?.id ?? '',
  });
  await tester.buildHours({ workContractId: workContract.id, hours });
  const done: SampleHours = {
    month: '2021-01-01',
    hundredths: plan.hours,
    contract,
    buyer: owner,
    done: { lotId: lot.id, workContract, participant, employer },
  };
  return { ...plan, contract, owner, done };
}
