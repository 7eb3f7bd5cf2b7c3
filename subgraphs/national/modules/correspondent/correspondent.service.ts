import DataLoader from 'dataloader';
import { type DataSource, In, IsNull } from 'typeorm';
import type { Caller } from '../../../kit/identity';
import { CorrespondentEntity } from './correspondent.entity';
import { keepsPostsOf } from './directory-actor';

/** Where a post stands: of the association, of a region, of some of its départements. */
export type CorrespondentLevel = 'NATIONAL' | 'REGION' | 'DEPARTEMENT';

/** The type Correspondent of the schema. */
export interface Correspondent {
  readonly level: CorrespondentLevel;
  /** Null while the post is vacant, and where the person did not agree to be shown. */
  readonly name: string | null;
  readonly function: string;
  readonly organisation: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly departements: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly confirmedOn: string | null;
  readonly isVacant: boolean;
  readonly isPublished: boolean;
  readonly isDemonstration: boolean;
}

/** The map of correspondents, for one request. */
export interface CorrespondentService {
  /** Posts of a region that are open today, the regional one first. */
  ofRegion(code: string): Promise<readonly Correspondent[]>;
  /** Posts of the association itself that are open today. */
  ofAssociation(): Promise<readonly Correspondent[]>;
  /** The departmental post where there is one that is filled, else the regional one; null when there is none. */
  coordinatorOf(region: string, departement: string): Promise<Correspondent | null>;
}

/**
 * Builds the service; every region is read at most once per request. Persons who did not agree to be shown are known to
 * those who keep the directory and to nobody else.
 */
export function createCorrespondentService(
  dataSource: DataSource,
  todayOf: () => string,
  caller: Caller,
): CorrespondentService {
  const posts = dataSource.getRepository(CorrespondentEntity);
  const open = (rows: readonly CorrespondentEntity[]) => {
    const today = todayOf();
    return rows.filter((row) => row.validFrom <= today && (row.validTo === null || row.validTo >= today));
  };
  const shown = (row: CorrespondentEntity) => correspondentOf(row, keepsPostsOf(caller, row.regionCode));
  const postsByRegion = new DataLoader(
    async (codes: readonly string[]) => {
      const rows = open(await posts.find({ where: { regionCode: In([...codes]) }, order: { id: 'ASC' } }));
      return codes.map((code) =>
        rows
          .filter((row) => row.regionCode === code)
          .map(shown)
          .sort(regionalFirst),
      );
    },
    { name: 'correspondentsByRegion', maxBatchSize: 200 },
  );
  return {
    ofRegion: (code) => postsByRegion.load(code),
    ofAssociation: async () =>
      open(await posts.find({ where: { regionCode: IsNull() }, order: { id: 'ASC' } })).map(shown),
    coordinatorOf: async (region, departement) => {
      const found = await postsByRegion.load(region);
      const departmental = found.find((post) => post.departements.includes(departement) && !post.isVacant);
      return departmental ?? found.find((post) => post.departements.length === 0) ?? null;
    },
  };
}

/** Where a post stands. */
export function levelOf({ regionCode, departements }: CorrespondentEntity): CorrespondentLevel {
  if (regionCode === null) return 'NATIONAL';
  return departements.length === 0 ? 'REGION' : 'DEPARTEMENT';
}

function correspondentOf(row: CorrespondentEntity, isKeeper: boolean): Correspondent {
  const { departements, organisation, validFrom, validTo, confirmedOn, isPublished } = row;
  const { name, email, phone } = isPublished || isKeeper ? row : { name: null, email: null, phone: null };
  return {
    level: levelOf(row),
    name,
    function: row.function,
    organisation,
    email,
    phone,
    departements,
    validFrom,
    validTo,
    confirmedOn,
    isPublished,
    isVacant: row.name === null,
    isDemonstration: row.origin === 'DEMONSTRATION',
  };
}

function regionalFirst(left: Correspondent, right: Correspondent): number {
  return Math.sign(left.departements.length) - Math.sign(right.departements.length);
}
