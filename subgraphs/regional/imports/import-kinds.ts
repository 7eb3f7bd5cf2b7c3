import {
  type BookCheck,
  COMMITMENT_CHECKS,
  datesCheck,
  EXEMPTION_CHECKS,
  hoursChecks,
  openDeskCheck,
  SHRINKING_CHECK,
} from './book-checks';
import type { ReferenceName } from './book-references';
import {
  type BookStep,
  BUYER_STEP,
  COMMITMENT_STEP,
  COMPANY_STEP,
  CONTRACT_STEP,
  DESK_STEP,
  FACILITATOR_STEP,
  HOLDER_STEP,
  HOURS_STEP,
  LOT_STEP,
  OPERATION_STEP,
  OUTCOME_STEP,
  PARTICIPANT_STEP,
  WORK_CONTRACT_STEP,
} from './book-steps';
import { type Field, fieldOf } from './field';

/** Kinds of file, by the word that commands and mappings use. */
export type ImportKindName =
  | 'desks'
  | 'facilitators'
  | 'buyers'
  | 'companies'
  | 'operations'
  | 'contracts'
  | 'participants'
  | 'work-contracts'
  | 'hours'
  | 'commitments'
  | 'outcomes'
  | 'flat';

/** What one line of a kind of file says, what must be true of it, and what it writes. */
export interface ImportKind {
  readonly name: ImportKindName;
  readonly label: string;
  /** Fields that every line gives. */
  readonly required: readonly Field[];
  readonly optional: readonly Field[];
  /** Rows that lines name and do not create. */
  readonly references: readonly ReferenceName[];
  readonly checks: readonly BookCheck[];
  /** In order. */
  readonly steps: readonly BookStep[];
}

const PERSON = ['birthYear', 'sex', 'educationLevel', 'criterion', 'residenceCommune', 'livesInQpv'];
const CONTRACT = ['cpv', 'clauseType', 'amount', 'notifiedOn', 'durationMonths', 'contractEndsOn', 'contractKind'];
const PLACE = ['obligation', 'exemptionReason', 'placeKind', 'placeCode', 'departement'];
const LOT = ['lot', 'lotTitle', 'lotAmount', 'lotHours'];
const WORK = ['workContractType', 'executionMode', 'startsOn'];

interface Outline extends Omit<ImportKind, 'required' | 'optional'> {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const WORK_CHECKS = [datesCheck('starts_on', 'ends_on', 'endsOn'), openDeskCheck('starts_on', 'startsOn')];
const CONTRACT_CHECKS = [
  ...EXEMPTION_CHECKS,
  datesCheck('notified_on', 'contract_ends_on', 'contractEndsOn'),
  openDeskCheck('notified_on', 'notifiedOn'),
];

const OUTLINES: readonly Outline[] = [
  {
    name: 'desks',
    label: 'guichets',
    required: ['desk', 'deskName', 'hostType', 'openedOn'],
    optional: ['deskSiret', 'deskEmail', 'deskPhone', 'closedOn'],
    references: [],
    checks: [datesCheck('opened_on', 'closed_on', 'closedOn')],
    steps: [DESK_STEP],
  },
  {
    name: 'facilitators',
    label: 'facilitateurs',
    required: ['desk', 'facilitator', 'facilitatorStartsOn'],
    optional: ['facilitatorEmail', 'facilitatorPhone', 'fullTimeShare', 'facilitatorEndsOn'],
    references: ['desk'],
    checks: [datesCheck('facilitator_starts_on', 'facilitator_ends_on', 'facilitatorEndsOn')],
    steps: [FACILITATOR_STEP],
  },
  {
    name: 'buyers',
    label: 'acheteurs',
    required: ['buyer', 'buyerName'],
    optional: ['buyerSiret', 'buyerKind'],
    references: [],
    checks: [],
    steps: [BUYER_STEP],
  },
  {
    name: 'companies',
    label: 'entreprises',
    required: ['company', 'companyName'],
    optional: ['companyKind'],
    references: [],
    checks: [],
    steps: [COMPANY_STEP],
  },
  {
    name: 'operations',
    label: 'opérations',
    required: ['desk', 'operation', 'buyer', 'operationTitle'],
    optional: ['operationStartsOn', 'operationEndsOn', 'placeKind', 'placeCode'],
    references: ['desk', 'buyer'],
    checks: [
      datesCheck('operation_starts_on', 'operation_ends_on', 'operationEndsOn'),
      openDeskCheck('operation_starts_on', 'operationStartsOn'),
    ],
    steps: [OPERATION_STEP],
  },
  {
    name: 'contracts',
    label: 'marchés et lots',
    required: ['desk', 'contract', 'buyer', 'contractTitle', 'sector'],
    optional: ['operation', ...CONTRACT, ...PLACE, ...LOT, 'holder'],
    references: ['desk', 'buyer', 'operation', 'holder'],
    checks: CONTRACT_CHECKS,
    steps: [CONTRACT_STEP, LOT_STEP, HOLDER_STEP],
  },
  {
    name: 'participants',
    label: 'participants',
    required: ['desk', 'participant'],
    optional: PERSON,
    references: ['desk'],
    checks: [],
    steps: [PARTICIPANT_STEP],
  },
  {
    name: 'work-contracts',
    label: 'contrats de travail',
    required: ['desk', 'workContract', 'participant', 'contract', 'company', ...WORK],
    optional: ['lot', 'endsOn', 'weeklyHours'],
    references: ['participant', 'lot', 'company'],
    checks: [...WORK_CHECKS, SHRINKING_CHECK],
    steps: [WORK_CONTRACT_STEP],
  },
  {
    name: 'hours',
    label: 'heures',
    required: ['desk', 'workContract', 'month', 'hours'],
    optional: ['state', 'validatedBy'],
    references: ['work', 'facilitator'],
    checks: hoursChecks('r_work.starts_on', 'r_work.ends_on', ['work']),
    steps: [HOURS_STEP],
  },
  {
    name: 'commitments',
    label: 'heures prévues',
    required: ['desk', 'contract', 'month', 'committedHours'],
    optional: ['lot'],
    references: ['lot'],
    checks: COMMITMENT_CHECKS,
    steps: [COMMITMENT_STEP],
  },
  {
    name: 'outcomes',
    label: 'sorties',
    required: ['desk', 'workContract', 'stage', 'situation', 'observedOn'],
    optional: [],
    references: ['work'],
    checks: [],
    steps: [OUTCOME_STEP],
  },
  {
    // As desks keep it: one line says everything of a month of a person's work.
    name: 'flat',
    label: 'suivi à plat',
    required: [
      ...['desk', 'buyer', 'buyerName', 'contract', 'contractTitle', 'sector', 'company', 'companyName'],
      ...['participant', 'workContract', ...WORK, 'month', 'hours'],
    ],
    optional: [
      ...['buyerKind', 'companyKind', ...CONTRACT, ...PLACE, ...LOT, ...PERSON],
      ...['endsOn', 'weeklyHours', 'state', 'validatedBy'],
    ],
    references: ['desk', 'facilitator'],
    checks: [...CONTRACT_CHECKS, ...WORK_CHECKS, SHRINKING_CHECK, ...hoursChecks('s.starts_on', 's.ends_on', [])],
    steps: [BUYER_STEP, COMPANY_STEP, CONTRACT_STEP, LOT_STEP, PARTICIPANT_STEP, WORK_CONTRACT_STEP, HOURS_STEP],
  },
];

/** Every kind of file, in an order in which files can be imported one after the other. */
export const IMPORT_KINDS: readonly ImportKind[] = OUTLINES.map((outline) => ({
  ...outline,
  required: outline.required.map(fieldOf),
  optional: outline.optional.map(fieldOf),
}));

/** The kind of that name; undefined when there is none. */
export function findImportKind(name: string): ImportKind | undefined {
  return IMPORT_KINDS.find((kind) => kind.name === name);
}

/** Every field of a kind. */
export function fieldsOf(kind: ImportKind): readonly Field[] {
  return [...kind.required, ...kind.optional];
}
