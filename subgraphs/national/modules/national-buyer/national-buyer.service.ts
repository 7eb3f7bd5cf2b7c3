import type { DataSource } from 'typeorm';
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

/** Buyers that the association supports. */
export interface NationalBuyerService {
  /** Null when the association supports no such buyer. Throws SIREN_MALFORMED. */
  bySiren(siren: string): Promise<NationalBuyer | null>;
  /** By name. */
  all(): Promise<readonly NationalBuyer[]>;
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
    bySiren: async (siren) => {
      checkSiren('siren', siren);
      const [row] = await find(siren);
      return row === undefined ? null : nationalBuyerOf(row);
    },
    all: async () => (await find()).map(nationalBuyerOf),
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
