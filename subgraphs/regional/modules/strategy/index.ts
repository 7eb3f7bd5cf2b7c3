export { DeskHostEntity } from './desk-host.entity';
export { TerritoryStrategyEntity } from './territory-strategy.entity';
