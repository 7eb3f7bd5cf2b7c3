import type { EntityManager } from 'typeorm';
import { geography } from '../../kit/cog';
import type { Region } from '../../kit/regions';
import { announcedRow, dueAtOf, MobilisationEventEntity, MobilisationRequestEntity } from '../modules/mobilisation';

const ORIGIN = 'DEMONSTRATION' as const;
const ACTOR = 'demonstration';
const DAY = 86_400_000;

type State = 'ANNOUNCED' | 'TAKEN_OVER' | 'DECLINED';

/** Operations of the buyer, one in each of the first regions: where it stands, and since how many days. */
const OPERATIONS: readonly {
  readonly title: string;
  readonly amount: number;
  readonly state: State;
  readonly days: number;
}[] = [
  { title: 'Réhabilitation de 80 logements (démonstration)', amount: 3_200_000, state: 'ANNOUNCED', days: 2 },
  { title: 'Extension d’un groupe scolaire (démonstration)', amount: 5_400_000, state: 'TAKEN_OVER', days: 12 },
  { title: 'Entretien de berges (démonstration)', amount: 240_000, state: 'DECLINED', days: 20 },
];

/** Writes mobilisation requests of a buyer on their way, each with its history. Returns the number of rows. */
export async function saveRequests(
  manager: EntityManager,
  siren: string,
  regions: readonly Region[],
  now: Date,
): Promise<number> {
  let rows = 0;
  for (const [index, { title, amount, state, days }] of OPERATIONS.entries()) {
    const region = regions[index];
    if (region === undefined) continue;
    const at = new Date(now.getTime() - days * DAY);
    const announced = announcedRow({ ...placeIn(region), ...BLANK, siren, title, amount }, at);
    const isTaken = state === 'TAKEN_OVER';
    const request = await manager.getRepository(MobilisationRequestEntity).save({
      ...announced,
      origin: ORIGIN,
      state,
      version: state === 'ANNOUNCED' ? 1 : 2,
      handledByCoordination: isTaken,
      declineReason: state === 'DECLINED' ? 'Aucun lot ne se prête à une clause (démonstration).' : null,
      dueAt: dueAtOf(state, at, announced.endsOn),
    });
    const event = { origin: ORIGIN, request: { id: request.id }, kind: 'MOVED', actor: ACTOR, createdAt: at } as const;
    const first = { ...event, role: 'buyer', party: siren, fromState: null, toState: 'ANNOUNCED', note: null } as const;
    const second = { ...event, role: 'coordination', party: region.code, fromState: 'ANNOUNCED' } as const;
    const moved = { ...second, toState: state, note: request.declineReason };
    const events = state === 'ANNOUNCED' ? [first] : [first, moved];
    await manager.getRepository(MobilisationEventEntity).insert(events);
    rows += 1 + events.length;
  }
  return rows;
}

const BLANK = {
  description: null,
  kind: 'WORKS',
  cpv: '45000000',
  consultationOn: null,
  startsOn: '2027-03-01',
  endsOn: '2028-06-30',
  lots: [],
} as const;

/** The largest commune of a region. */
function placeIn({ code }: Region) {
  const [first] = geography()
    .communes()
    .filter(({ region }) => region === code)
    .sort((left, right) => right.population - left.population);
  return { regionCode: code, departement: first?.departement ?? null, commune: first?.code ?? null };
}
