import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { CorrespondentEntity } from './correspondent.entity';

/** The type Correspondent of the schema. */
export interface Correspondent {
  readonly name: string | null;
  readonly function: string;
  readonly organisation: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly departements: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly isVacant: boolean;
  readonly isDemonstration: boolean;
}

/** The map of correspondents, for one request. */
export interface CorrespondentService {
  /** Posts of a region that are open today, the regional one first. */
  ofRegion(code: string): Promise<readonly Correspondent[]>;
  /** The departmental post where there is one that is filled, else the regional one; null when there is none. */
  coordinatorOf(region: string, departement: string): Promise<Correspondent | null>;
}

/** Builds the service; every region is read at most once per request. */
export function createCorrespondentService(dataSource: DataSource, todayOf: () => string): CorrespondentService {
  const postsByRegion = new DataLoader(
    async (codes: readonly string[]) => {
      const rows = await dataSource.getRepository(CorrespondentEntity).find({
        where: { regionCode: In([...codes]) },
        order: { id: 'ASC' },
      });
      const today = todayOf();
      const open = rows.filter((row) => row.validFrom <= today && (row.validTo === null || row.validTo >= today));
      return codes.map((code) =>
        open
          .filter((row) => row.regionCode === code)
          .map(correspondentOf)
          .sort(regionalFirst),
      );
    },
    { name: 'correspondentsByRegion', maxBatchSize: 200 },
  );
  return {
    ofRegion: (code) => postsByRegion.load(code),
    coordinatorOf: async (region, departement) => {
      const posts = await postsByRegion.load(region);
      const departmental = posts.find((post) => post.departements.includes(departement) && !post.isVacant);
      return departmental ?? posts.find((post) => post.departements.length === 0) ?? null;
    },
  };
}

function correspondentOf(row: CorrespondentEntity): Correspondent {
  return { ...row, isVacant: row.name === null, isDemonstration: row.origin === 'DEMONSTRATION' };
}

function regionalFirst(left: Correspondent, right: Correspondent): number {
  return Math.sign(left.departements.length) - Math.sign(right.departements.length);
}
