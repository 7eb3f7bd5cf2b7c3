import type { DataSource } from 'typeorm';
import type { Caller } from '../../../kit/identity';
import { seesBuyer } from '../caller-scope';
import { checkSiren } from '../filters';
import { NationalBuyerEntity } from './national-buyer.entity';

/** The type NationalBuyer of the schema, but for its activity. */
export interface NationalBuyer {
  readonly siren: string;
  readonly name: string;
  readonly isDemonstration: boolean;
  readonly partnership: Partnership | null;
}

interface Partnership {
  readonly signedOn: string;
  readonly endsOn: string | null;
  readonly objectives: readonly { readonly label: string; readonly hours: number; readonly deadline: string }[];
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
      relations: { partnership: { objectives: true } },
      order: { name: 'ASC', siren: 'ASC', partnership: { objectives: { deadline: 'ASC', id: 'ASC' } } },
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

function nationalBuyerOf({ siren, name, origin, partnership }: NationalBuyerEntity): NationalBuyer {
  return {
    siren,
    name,
    isDemonstration: origin === 'DEMONSTRATION',
    partnership:
      partnership === null
        ? null
        : {
            signedOn: partnership.signedOn,
            endsOn: partnership.endsOn,
            objectives: partnership.objectives.map((row) => ({
              label: row.label,
              hours: Number(row.hours),
              deadline: row.deadline,
            })),
          },
  };
}
