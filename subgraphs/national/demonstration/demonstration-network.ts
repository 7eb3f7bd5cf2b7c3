import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ResourceVersionEntity, SharedResourceEntity, TrainingEntity } from '../modules/network-life';

const ORIGIN = 'DEMONSTRATION' as const;
const ACTOR = 'demonstration';
const [HOUR, DAY] = [3_600_000, 86_400_000];

/** Writes a training to come and a model clause of the association. Returns the number of rows. */
export async function saveNetworkLife(manager: EntityManager, now: Date): Promise<number> {
  const startsAt = new Date(Math.ceil(now.getTime() / DAY) * DAY + 30 * DAY + 8 * HOUR);
  await manager.getRepository(TrainingEntity).save({
    origin: ORIGIN,
    publicId: randomUUID(),
    kind: 'TRAINING',
    title: 'Rédiger une clause sociale (démonstration)',
    theme: 'Rédaction',
    description: null,
    regionCode: null,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 7 * HOUR),
    place: null,
    remoteUrl: 'https://exemple.maillage.invalid/formation',
    seats: 20,
    validityMonths: 36,
    cancelledAt: null,
    createdBy: ACTOR,
  });
  const resource = await manager.getRepository(SharedResourceEntity).save({
    origin: ORIGIN,
    publicId: randomUUID(),
    kind: 'MODEL_CLAUSE',
    theme: 'Rédaction',
    regionCode: null,
    currentNumber: 1,
  });
  await manager.getRepository(ResourceVersionEntity).save({
    origin: ORIGIN,
    resource: { id: resource.id },
    number: 1,
    title: 'Modèle de clause d’exécution (démonstration)',
    summary: 'Texte inventé : il montre où se trouvent les modèles, et n’en est pas un.',
    text: 'Le titulaire réserve à des personnes éloignées de l’emploi une part des heures de travail (démonstration).',
    url: null,
    validUntil: null,
    publishedBy: ACTOR,
  });
  return 3;
}
