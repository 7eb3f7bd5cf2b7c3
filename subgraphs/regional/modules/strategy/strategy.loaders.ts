import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { createRowLoader } from '../../../kit/loaders';
import { TerritoryStrategyEntity } from './territory-strategy.entity';

/** A strategy with its objective as a number. */
export interface SharedStrategy extends Omit<TerritoryStrategyEntity, 'hoursPerYear'> {
  readonly hoursPerYear: number | null;
}

/** Loaders of strategies of territories. */
export interface StrategyLoaders {
  readonly strategyById: DataLoader<string, SharedStrategy | null>;
  /** Strategies that hold today, by desk; its one key is the region's code. */
  readonly strategiesByRegion: DataLoader<string, readonly SharedStrategy[]>;
}

/** Makes the strategy loaders of one request; `today` is YYYY-MM-DD. */
export function createStrategyLoaders(dataSource: DataSource, today: string): StrategyLoaders {
  const strategies = dataSource.getRepository(TerritoryStrategyEntity);
  return {
    strategyById: createRowLoader({
      name: 'strategyById',
      read: async (ids) => (await strategies.findBy({ id: In([...ids]) })).map(shared),
      keyOf: (strategy) => strategy.id,
    }),
    strategiesByRegion: new DataLoader<string, readonly SharedStrategy[]>(
      async (regions) => {
        const holding = await strategies
          .createQueryBuilder('s')
          .where('s.validFrom <= :today AND (s.validTo IS NULL OR s.validTo >= :today)', { today })
          .orderBy('s.deskId')
          .addOrderBy('s.validFrom')
          .getMany();
        return regions.map(() => holding.map(shared));
      },
      { name: 'strategiesByRegion' },
    ),
  };
}

function shared(strategy: TerritoryStrategyEntity): SharedStrategy {
  const { hoursPerYear } = strategy;
  return { ...strategy, hoursPerYear: hoursPerYear === null ? null : Number(hoursPerYear) };
}
