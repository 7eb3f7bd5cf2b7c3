import type { BuyerEntity } from '../../subgraphs/regional/modules/buyer';
import type { ContractEntity } from '../../subgraphs/regional/modules/contract';
import type { ContractorEntity } from '../../subgraphs/regional/modules/contractor';
import type { ParticipantEntity } from '../../subgraphs/regional/modules/participant';
import type { WorkContractEntity } from '../../subgraphs/regional/modules/work';
import type { BookFactories } from './regional-factories';

/** Hours of one month with everything above them: what the figures are recomputed from. */
export interface SampleHours {
  readonly month: string;
  readonly hundredths: number;
  readonly contract: ContractEntity;
  readonly buyer: BuyerEntity;
  /** Absent for planned hours. */
  readonly done?: {
    readonly lotId: string;
    readonly workContract: WorkContractEntity;
    readonly participant: ParticipantEntity;
    readonly employer: ContractorEntity;
  };
}

/** A sample of books, as rows in memory. */
export interface Sample {
  readonly done: readonly SampleHours[];
  readonly planned: readonly SampleHours[];
}

const pick = <Value>(values: readonly Value[], index: number): Value => {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('Nothing to pick from');
  return value;
};

const asHours = (hundredths: number): string => (hundredths / 100).toFixed(2);

/** Writes a sample that has every code, some unknown, persons on several contracts, and months around 2021. */
export async function writeSample(books: BookFactories): Promise<Sample> {
  const desk = await books.buildDesk();
  const kinds = ['LOCAL_AUTHORITY', 'STATE', 'HOSPITAL'];
  const buyers = await Promise.all(kinds.map((kind) => books.buildBuyer({ kind })));
  const operations = await Promise.all(buyers.map((buyer) => books.buildOperation({ buyerId: buyer.id })));
  const employers = [
    ...(await Promise.all([1, 2, 3].map(() => books.buildContractor()))),
    await books.buildContractor({ siret: null }),
  ];
  const participants = await writeParticipants(books);
  const done: SampleHours[] = [];
  const planned: SampleHours[] = [];
  for (let index = 0; index < 9; index += 1) {
    const buyer = pick(buyers, index);
    const contract = await books.buildContract({
      buyerId: buyer.id,
      operationId: index % 4 === 0 ? null : pick(operations, index).id,
      sector: pick(['BTP', 'CLEANING'], index),
      clauseType: pick(['EXECUTION_CONDITION', null, 'AWARD_CRITERION'], index >> 1),
      departementCode: pick(['29', '35', '22', null], index),
    });
    for (const number of [1, 2]) {
      const lot = await books.buildLot({ contractId: contract.id, number });
      for (let month = 0; month < 3; month += 1) {
        const row = { month: pick(MONTHS, index + number + month), hundredths: 10_000 + index * 333 + month };
        await books.buildCommitment({ lotId: lot.id, month: row.month, hours: asHours(row.hundredths) });
        planned.push({ ...row, contract, buyer });
      }
      if (index === 8) continue;
      for (let person = 0; person < 3; person += 1) {
        const participant = pick(participants, index + person * 2 + number);
        const employer = pick(employers, index + person);
        const workContract = await books.buildWorkContract({
          lotId: lot.id,
          deskId: desk.id,
          participantId: participant.id,
          employerId: employer.id,
          type: pick(['CDDI', 'CDI', 'TEMPORARY'], person),
          executionMode: pick(['DIRECT_HIRE', 'PLACEMENT'], index + person),
        });
        for (let month = 0; month < 3; month += 1) {
          const row = { month: pick(MONTHS, index + person + month), hundredths: 101 + 37 * done.length };
          await books.buildHours({ workContractId: workContract.id, month: row.month, hours: asHours(row.hundredths) });
          done.push({ ...row, contract, buyer, done: { lotId: lot.id, workContract, participant, employer } });
        }
      }
    }
  }
  return { done, planned };
}

const MONTHS = ['2020-12-01', '2021-01-01', '2021-02-01', '2021-06-01', '2021-12-01', '2022-01-01'];

async function writeParticipants(books: BookFactories): Promise<ParticipantEntity[]> {
  const sexes = ['F', 'M', 'UNKNOWN'];
  const years = [2000, 1996, 1995, 1972, 1971, null];
  return Promise.all(
    Array.from({ length: 11 }, (_, index) =>
      books.buildParticipant({
        sex: pick(sexes, index),
        birthYear: pick(years, index),
        educationLevel: pick(['BELOW_3', 'LEVEL_4', 'UNKNOWN'], index >> 1),
        criterion: pick(['RSA', 'LONG_TERM_UNEMPLOYED'], index),
        livesInQpv: pick([true, false, null], index >> 2),
      }),
    ),
  );
}
