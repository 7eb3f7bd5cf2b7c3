import type { DataSource } from 'typeorm';
import type { Caller } from '../../../kit/identity';
import { seesBuyer } from '../caller-scope';
import { checkSiren } from '../filters';
import { NationalBuyerEntity } from './national-buyer.entity';

/** The type NationalBuyer of the schema, but for its activity and partnerships. */
export interface NationalBuyer {
  readonly id: string;
  readonly siren: string;
  readonly name: string;
  readonly isDemonstration: boolean;
}

/** Buyers that the association supports, as far as the caller may see them. */
export interface NationalBuyerService {
  /** Null when the association supports no such buyer, or the caller may not see it. Throws SIREN_MALFORMED. */
  bySiren(siren: string, caller: Caller): Promise<NationalBuyer | null>;
  /** By name. */
  all(caller: Caller): Promise<readonly NationalBuyer[]>;
}

/** Builds the service. */
export function createNationalBuyerService(dataSource: DataSource): NationalBuyerService {
  const find = (siren?: string) =>
    dataSource.getRepository(NationalBuyerEntity).find({
      where: siren === undefined ? {} : { siren },
      order: { name: 'ASC', siren: 'ASC' },
    });
  return {
    bySiren: async (siren, caller) => {
      checkSiren('siren', siren);
      if (!seesBuyer(caller, siren)) return null;
      const [row] = await find(siren);
      return row === undefined ? null : nationalBuyerOf(row);
    },
    all: async (caller) => (await find()).filter(({ siren }) => seesBuyer(caller, siren)).map(nationalBuyerOf),
  };
}

/** A row as the schema says it. */
export function nationalBuyerOf({ id, siren, name, origin }: NationalBuyerEntity): NationalBuyer {
  return { id, siren, name, isDemonstration: origin === 'DEMONSTRATION' };
}
