import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import type { Caller } from '../../../kit/identity';
import { deskCurrencies, type DeskCurrency } from './desk-currency';
import { createResourceService, type ResourceService } from './resource.service';
import { createTrainingService, type TrainingService } from './training.service';

/** The life of the network, for one request. */
export interface NetworkLifeService {
  readonly trainings: TrainingService;
  readonly resources: ResourceService;
  currencies(caller: Caller, region: string | null): Promise<readonly DeskCurrency[]>;
}

/** Builds the service. */
export function createNetworkLifeService(dataSource: DataSource, now: Date): NetworkLifeService {
  return {
    trainings: createTrainingService(dataSource, now),
    resources: createResourceService(dataSource, now),
    currencies: (caller, region) => {
      const today = DateTime.fromJSDate(now, { zone: 'Europe/Paris' }).toISODate() ?? '';
      return deskCurrencies(dataSource, caller, region, today);
    },
  };
}
