import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import { HubError } from '../../../kit/errors';
import type { Caller } from '../../../kit/identity';
import { DeskResourceEntity, ResourceVersionEntity } from './shared-resource.entity';
import { TrainingSeatEntity } from './training.entity';

/** Why something that a desk relies on is out of date. */
export type StaleReason = 'SUPERSEDED' | 'EXPIRED' | 'TRAINING_TOO_OLD';

/** A training that people of a desk came to. */
export interface FollowedTraining {
  readonly trainingId: string;
  readonly title: string;
  readonly theme: string;
  readonly endedAt: Date;
  readonly attended: number;
  /** Last day on which it counts as current; null for ever. */
  readonly currentUntil: string | null;
}

/** A resource that a desk works with. */
export interface TakenResource {
  readonly resourceId: string;
  readonly title: string;
  readonly number: number;
  readonly currentNumber: number;
  readonly takenAt: Date;
}

/** Something that is out of date. */
export interface StaleItem {
  readonly reason: StaleReason;
  readonly title: string;
  /** What would be right, in French. */
  readonly advice: string;
}

/** What a desk has followed, and what of it is out of date. */
export interface DeskCurrency {
  readonly desk: string;
  readonly trainings: readonly FollowedTraining[];
  readonly resources: readonly TakenResource[];
  readonly outOfDate: readonly StaleItem[];
}

/**
 * What desks have followed and taken up: a desk sees its own, a coordination those of its region, the association all.
 * Desks that took no part in anything are not known here. Throws FORBIDDEN for another region.
 */
export async function deskCurrencies(
  dataSource: DataSource,
  caller: Caller,
  region: string | null,
  today: string,
): Promise<readonly DeskCurrency[]> {
  const pattern = patternFor(caller, region);
  const [seats, taken] = await Promise.all([
    dataSource
      .createQueryBuilder(TrainingSeatEntity, 'seat')
      .innerJoinAndSelect('seat.training', 'training')
      .where('seat.desk LIKE :pattern AND seat.attended > 0', { pattern })
      .orderBy('training.endsAt', 'DESC')
      .getMany(),
    dataSource
      .createQueryBuilder(DeskResourceEntity, 'taken')
      .innerJoinAndSelect('taken.resource', 'resource')
      .innerJoinAndMapOne(
        'taken.version',
        ResourceVersionEntity,
        'version',
        'version.resource_id = resource.id AND version.number = taken.number',
      )
      .where('taken.desk LIKE :pattern', { pattern })
      .orderBy('version.title', 'ASC')
      .getMany() as Promise<(DeskResourceEntity & { readonly version: ResourceVersionEntity })[]>,
  ]);
  const desks = [...new Set([...seats, ...taken].map(({ desk }) => desk))].sort(byDesk);
  return desks.map((desk) => {
    const trainings = seats.filter((seat) => seat.desk === desk).map(followed);
    const own = taken.filter((row) => row.desk === desk);
    return {
      desk,
      trainings,
      resources: own.map(takenResource),
      outOfDate: [...own.flatMap((row) => staleResource(row, today)), ...staleTrainings(trainings, today)],
    };
  });
}

function patternFor(caller: Caller, region: string | null): string {
  if (caller.role === 'consolidator') return region === null ? '%' : `${region}-%`;
  if (caller.role !== 'desk' && caller.role !== 'coordination') {
    throw new HubError('FORBIDDEN', `The role "${caller.role}" has no part in the life of the network.`);
  }
  if (region !== null && region !== caller.region) {
    throw new HubError(
      'FORBIDDEN',
      `The role "${caller.role}" sees what its own region, ${caller.region}, has followed.`,
    );
  }
  return caller.role === 'desk' ? caller.desk : `${caller.region}-%`;
}

function followed({ training, attended }: TrainingSeatEntity): FollowedTraining {
  const { publicId, title, theme, endsAt, validityMonths } = training;
  const end = DateTime.fromJSDate(endsAt, { zone: 'Europe/Paris' });
  const currentUntil = validityMonths === null ? null : end.plus({ months: validityMonths }).toISODate();
  return { trainingId: publicId, title, theme, endedAt: endsAt, attended: attended ?? 0, currentUntil };
}

function takenResource(row: DeskResourceEntity & { readonly version: ResourceVersionEntity }): TakenResource {
  const { resource, version, number, takenAt } = row;
  const { publicId: resourceId, currentNumber } = resource;
  return { resourceId, title: version.title, number, currentNumber, takenAt };
}

function staleResource(
  { resource, version, number }: DeskResourceEntity & { readonly version: ResourceVersionEntity },
  today: string,
): StaleItem[] {
  const { title, validUntil } = version;
  if (number < resource.currentNumber) {
    const advice = `La version ${resource.currentNumber} remplace la version ${number}.`;
    return [{ reason: 'SUPERSEDED', title, advice }];
  }
  if (validUntil === null || validUntil >= today) return [];
  return [{ reason: 'EXPIRED', title, advice: `La version ${number} n'est plus valable depuis le ${validUntil}.` }];
}

/** A theme is current when one training on it is: an older one on the same theme is then no matter. */
function staleTrainings(trainings: readonly FollowedTraining[], today: string): StaleItem[] {
  const isCurrent = ({ currentUntil }: FollowedTraining) => currentUntil === null || currentUntil >= today;
  const themes = [...new Set(trainings.map(({ theme }) => theme))];
  return themes.flatMap((theme) => {
    const ofTheme = trainings.filter((training) => training.theme === theme);
    const [latest] = ofTheme;
    if (latest === undefined || ofTheme.some(isCurrent)) return [];
    const advice = `Formation à renouveler : à jour jusqu'au ${latest.currentUntil}.`;
    return [{ reason: 'TRAINING_TOO_OLD' as const, title: latest.title, advice }];
  });
}

/** 53-2 before 53-10. */
function byDesk(left: string, right: string): number {
  return left.localeCompare(right, 'fr', { numeric: true });
}
