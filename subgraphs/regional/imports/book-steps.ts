import type { ReferenceName } from './book-references';

/** A column that a step writes, from a field of the line. */
export interface StepColumn {
  readonly column: string;
  /** Field it comes from. A field that the mapping leaves out is not written to rows that exist. */
  readonly field: string;
  /** SQL of its value; the field as it is, unless said. */
  readonly value?: string;
  /** SQL for a new row when the line does not say it. */
  readonly otherwise?: string;
}

/** Writes the rows of one table that the lines of a file speak of. Steps run in order, so that a line may create parents. */
export interface BookStep {
  readonly table: string;
  readonly references: readonly ReferenceName[];
  /** Natural key: column and SQL of its value. */
  readonly key: readonly (readonly [string, string])[];
  /** Fields of the key, by which a report names it. */
  readonly keyFields: readonly string[];
  readonly columns: readonly StepColumn[];
  /** Columns that a new row gets besides: column and SQL. */
  readonly onInsert?: readonly (readonly [string, string])[];
  /** Columns that are written with a change but make none by themselves: column, SQL, and the field that must be mapped. */
  readonly stamps?: readonly (readonly [string, string, string])[];
  /** Lines that speak of such a row; all unless said. */
  readonly when?: string;
}

const own = (column: string, field: string, otherwise?: string): StepColumn => ({
  column,
  field,
  ...(otherwise === undefined ? {} : { otherwise }),
});

export const DESK_STEP: BookStep = {
  table: 'desk',
  references: [],
  key: [['reference', 's.desk']],
  keyFields: ['desk'],
  columns: [
    own('name', 'deskName'),
    own('host_type', 'hostType'),
    own('siret', 'deskSiret'),
    own('email', 'deskEmail'),
    own('phone', 'deskPhone'),
    own('opened_on', 'openedOn'),
    own('closed_on', 'closedOn'),
  ],
};

export const FACILITATOR_STEP: BookStep = {
  table: 'facilitator',
  references: ['desk'],
  key: [
    ['desk_id', 'r_desk.id'],
    ['name', 's.facilitator'],
  ],
  keyFields: ['desk', 'facilitator'],
  columns: [
    own('email', 'facilitatorEmail'),
    own('phone', 'facilitatorPhone'),
    own('full_time_share', 'fullTimeShare', '1'),
    own('started_on', 'facilitatorStartsOn'),
    own('ended_on', 'facilitatorEndsOn'),
  ],
};

export const BUYER_STEP: BookStep = {
  table: 'buyer',
  references: [],
  key: [['siren', 's.buyer']],
  keyFields: ['buyer'],
  columns: [own('siret', 'buyerSiret'), own('name', 'buyerName'), own('kind', 'buyerKind', `'UNKNOWN'`)],
};

export const COMPANY_STEP: BookStep = {
  table: 'contractor',
  references: [],
  key: [['siret', 's.company']],
  keyFields: ['company'],
  columns: [own('name', 'companyName'), own('kind', 'companyKind', `'COMPANY'`)],
};

export const OPERATION_STEP: BookStep = {
  table: 'operation',
  references: ['desk', 'buyer'],
  key: [
    ['desk_id', 'r_desk.id'],
    ['reference', 's.operation'],
  ],
  keyFields: ['desk', 'operation'],
  columns: [
    { column: 'buyer_id', field: 'buyer', value: 'r_buyer.id' },
    own('title', 'operationTitle'),
    own('starts_on', 'operationStartsOn'),
    own('ends_on', 'operationEndsOn'),
    own('place_kind', 'placeKind'),
    own('place_code', 'placeCode'),
  ],
};

export const CONTRACT_STEP: BookStep = {
  table: 'contract',
  references: ['desk', 'buyer', 'operation'],
  key: [
    ['desk_id', 'r_desk.id'],
    ['reference', 's.contract'],
  ],
  keyFields: ['desk', 'contract'],
  columns: [
    { column: 'buyer_id', field: 'buyer', value: 'r_buyer.id' },
    { column: 'operation_id', field: 'operation', value: 'r_operation.id' },
    own('title', 'contractTitle'),
    own('sector', 'sector'),
    own('cpv', 'cpv'),
    own('clause_type', 'clauseType'),
    own('amount_cents', 'amount'),
    own('notified_on', 'notifiedOn'),
    own('duration_months', 'durationMonths'),
    own('ends_on', 'contractEndsOn'),
    own('kind', 'contractKind'),
    own('obligation', 'obligation'),
    own('exemption_reason', 'exemptionReason'),
    own('place_kind', 'placeKind'),
    own('place_code', 'placeCode'),
    own('departement_code', 'departement'),
  ],
};

export const LOT_STEP: BookStep = {
  table: 'lot',
  references: ['contract'],
  key: [
    ['contract_id', 'r_contract.id'],
    ['number', 'coalesce(s.lot, 1)'],
  ],
  keyFields: ['desk', 'contract', 'lot'],
  columns: [
    own('title', 'lotTitle', 'r_contract.title'),
    own('amount_cents', 'lotAmount'),
    own('committed_hours', 'lotHours'),
  ],
};

export const HOLDER_STEP: BookStep = {
  table: 'lot_contractor',
  references: ['lot', 'holder'],
  key: [
    ['lot_id', 'r_lot.id'],
    ['contractor_id', 'r_holder.id'],
    ['role', `'HOLDER'`],
  ],
  keyFields: ['desk', 'contract', 'lot', 'holder'],
  columns: [],
  when: 's.holder IS NOT NULL',
};

export const PARTICIPANT_STEP: BookStep = {
  table: 'participant',
  references: ['desk'],
  key: [
    ['desk_id', 'r_desk.id'],
    ['reference', 's.participant'],
  ],
  keyFields: ['desk', 'participant'],
  columns: [
    own('birth_year', 'birthYear'),
    own('sex', 'sex', `'UNKNOWN'`),
    own('education_level', 'educationLevel', `'UNKNOWN'`),
    own('criterion', 'criterion', `'OTHER'`),
    own('residence_commune', 'residenceCommune'),
    own('lives_in_qpv', 'livesInQpv'),
  ],
  // Made by the system, at random: it says nothing of the person.
  onInsert: [['pseudonym', 'gen_random_uuid()::text']],
};

export const WORK_CONTRACT_STEP: BookStep = {
  table: 'work_contract',
  references: ['desk', 'participant', 'lot', 'company'],
  key: [
    ['desk_id', 'r_desk.id'],
    ['reference', 's.work_contract'],
  ],
  keyFields: ['desk', 'workContract'],
  columns: [
    { column: 'participant_id', field: 'participant', value: 'r_participant.id' },
    { column: 'lot_id', field: 'contract', value: 'r_lot.id' },
    { column: 'employer_id', field: 'company', value: 'r_company.id' },
    own('type', 'workContractType'),
    own('execution_mode', 'executionMode'),
    own('starts_on', 'startsOn'),
    own('ends_on', 'endsOn'),
    own('weekly_hours', 'weeklyHours'),
  ],
};

const IS_VALIDATED = `s.state = 'VALIDATED'`;

export const HOURS_STEP: BookStep = {
  table: 'hour_entry',
  references: ['work', 'facilitator'],
  key: [
    ['work_contract_id', 'r_work.id'],
    ['month', 's.month'],
  ],
  keyFields: ['desk', 'workContract', 'month'],
  columns: [
    own('hours', 'hours'),
    own('state', 'state', `'ENTERED'`),
    {
      column: 'validated_by',
      field: 'validatedBy',
      value: `CASE WHEN ${IS_VALIDATED} THEN r_facilitator.id END`,
    },
  ],
  stamps: [['validated_at', `CASE WHEN ${IS_VALIDATED} THEN now() END`, 'state']],
};

export const COMMITMENT_STEP: BookStep = {
  table: 'hour_commitment',
  references: ['lot'],
  key: [
    ['lot_id', 'r_lot.id'],
    ['month', 's.month'],
  ],
  keyFields: ['desk', 'contract', 'lot', 'month'],
  columns: [own('hours', 'committedHours')],
};

export const OUTCOME_STEP: BookStep = {
  table: 'outcome',
  references: ['work'],
  key: [
    ['work_contract_id', 'r_work.id'],
    ['stage', 's.stage'],
  ],
  keyFields: ['desk', 'workContract', 'stage'],
  columns: [own('situation', 'situation'), own('observed_on', 'observedOn')],
};
