import { DateTime } from 'luxon';

/** Where a request stands. */
export const MOBILISATION_STATES = [
  'ANNOUNCED',
  'TAKEN_OVER',
  'SIZED',
  'CLAUSE_DRAFTED',
  'NOTIFIED',
  'IN_EXECUTION',
  'CLOSED',
  'DECLINED',
] as const;

/** A state of a request. */
export type MobilisationState = (typeof MOBILISATION_STATES)[number];

/** A role that has a part in requests. */
export type RequestRole = 'buyer' | 'coordination' | 'desk' | 'consolidator';

/** A step that a request may take. */
export interface Transition {
  readonly from: MobilisationState;
  readonly to: MobilisationState;
  /** Who may make it. */
  readonly by: readonly RequestRole[];
  /** Whether it has to be explained. */
  readonly needsNote?: true;
}

/** Who works on a request: the desk that took it over, or the coordination where no desk is. */
const WORKERS: readonly RequestRole[] = ['desk', 'coordination'];
/** Who speaks for the buyer: itself, or the association on its behalf. */
const BUYERS: readonly RequestRole[] = ['buyer', 'consolidator'];

/** Every step there is: what is not here does not follow. */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'ANNOUNCED', to: 'TAKEN_OVER', by: WORKERS },
  { from: 'TAKEN_OVER', to: 'SIZED', by: WORKERS },
  // A sizing is gone over again for as long as the clause is not out.
  { from: 'SIZED', to: 'SIZED', by: WORKERS },
  { from: 'SIZED', to: 'CLAUSE_DRAFTED', by: WORKERS },
  { from: 'CLAUSE_DRAFTED', to: 'SIZED', by: WORKERS, needsNote: true },
  { from: 'CLAUSE_DRAFTED', to: 'NOTIFIED', by: BUYERS },
  { from: 'NOTIFIED', to: 'IN_EXECUTION', by: WORKERS },
  { from: 'IN_EXECUTION', to: 'CLOSED', by: WORKERS },
  ...(['ANNOUNCED', 'TAKEN_OVER', 'SIZED', 'CLAUSE_DRAFTED'] as const).flatMap((from): Transition[] => [
    { from, to: 'DECLINED', by: WORKERS, needsNote: true },
    // The buyer gives the operation up.
    { from, to: 'CLOSED', by: BUYERS, needsNote: true },
  ]),
  { from: 'NOTIFIED', to: 'CLOSED', by: BUYERS, needsNote: true },
  // Sent to other desks of the region by its coordination, or elsewhere by the association, which alone sees two regions.
  { from: 'DECLINED', to: 'ANNOUNCED', by: ['consolidator', 'coordination'] },
  { from: 'ANNOUNCED', to: 'ANNOUNCED', by: ['consolidator'] },
  { from: 'DECLINED', to: 'CLOSED', by: BUYERS, needsNote: true },
];

/** The step from one state to another; undefined when the one does not follow the other. */
export function transitionOf(from: MobilisationState, to: MobilisationState): Transition | undefined {
  return TRANSITIONS.find((step) => step.from === from && step.to === to);
}

/** The states that a role may bring a request to. */
export function nextStatesFor(from: MobilisationState, role: RequestRole): MobilisationState[] {
  return TRANSITIONS.filter((step) => step.from === from && step.by.includes(role)).map(({ to }) => to);
}

/** What of a request says who is to act. */
export interface Standing {
  readonly state: MobilisationState;
  readonly addressedDesks: readonly string[];
  readonly handledByCoordination: boolean;
}

/** Who must act next; null when nothing is left to do. */
export function nextActorOf({ state, addressedDesks, handledByCoordination }: Standing): RequestRole | null {
  switch (state) {
    case 'ANNOUNCED':
      return addressedDesks.length === 0 ? 'coordination' : 'desk';
    case 'CLAUSE_DRAFTED':
      return 'buyer';
    case 'TAKEN_OVER':
    case 'SIZED':
    case 'NOTIFIED':
    case 'IN_EXECUTION':
      return handledByCoordination ? 'coordination' : 'desk';
    case 'DECLINED':
      return 'consolidator';
    case 'CLOSED':
      return null;
  }
}

/**
 * Days that each state may last before those who are to act are reminded. Four weeks for an answer are what State
 * buyers meet with today (interviews named in the domain notes of the project); the rest are defaults of the hub.
 */
const AGREED_DAYS: Readonly<Record<MobilisationState, number | null>> = {
  ANNOUNCED: 7,
  TAKEN_OVER: 28,
  SIZED: 28,
  CLAUSE_DRAFTED: 120,
  NOTIFIED: 30,
  IN_EXECUTION: null,
  CLOSED: null,
  DECLINED: 7,
};

/** End of the agreed delay of a state that begins now. Execution is due thirty days after its own end. */
export function dueAtOf(state: MobilisationState, since: Date, endsOn: string | null): Date | null {
  if (state === 'IN_EXECUTION') {
    return endsOn === null ? null : DateTime.fromISO(endsOn, { zone: 'Europe/Paris' }).plus({ days: 30 }).toJSDate();
  }
  const days = AGREED_DAYS[state];
  return days === null ? null : DateTime.fromJSDate(since).plus({ days }).toJSDate();
}
