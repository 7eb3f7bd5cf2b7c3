import type { ImportKindName } from '../imports';
import { SENSITIVE_CRITERIA } from '../privacy';

/** How the rows of the books become lines of one kind of file, which the same kind of import takes again. */
export interface ExportKind {
  readonly name: Exclude<ImportKindName, 'flat'>;
  /** FROM and joins. */
  readonly from: string;
  /** Field and SQL of its value. */
  readonly columns: readonly (readonly [string, string])[];
  /** Rows that an import knows again: those with a natural key. Others are counted and left out. */
  readonly isKnown: string;
  readonly order: string;
}

const DESK = 'JOIN desk d ON d.id = x.desk_id';
const WORK = 'JOIN work_contract w ON w.id = x.work_contract_id JOIN desk d ON d.id = w.desk_id';
const LOT =
  'JOIN lot l ON l.id = x.lot_id JOIN contract k ON k.id = l.contract_id LEFT JOIN desk d ON d.id = k.desk_id';
/** Sensitive criteria stand in the books as tokens of the region's key, and leave them for nobody but the desk. */
const SENSITIVE = Object.keys(SENSITIVE_CRITERIA).map((code) => `'${code}'`);
const CRITERION = `CASE WHEN x.criterion IN (${SENSITIVE.join(', ')}) OR starts_with(x.criterion, '~') THEN NULL ELSE x.criterion END`;

/** Every kind of file, in the order in which they can be imported again. */
export const EXPORT_KINDS: readonly ExportKind[] = [
  {
    name: 'desks',
    from: 'desk x',
    columns: [
      ['desk', 'x.reference'],
      ['deskName', 'x.name'],
      ['hostType', 'x.host_type'],
      ['deskSiret', 'x.siret'],
      ['deskEmail', 'x.email'],
      ['deskPhone', 'x.phone'],
      ['openedOn', 'x.opened_on'],
      ['closedOn', 'x.closed_on'],
    ],
    isKnown: 'x.reference IS NOT NULL',
    order: 'x.reference',
  },
  {
    name: 'facilitators',
    from: `facilitator x ${DESK}`,
    columns: [
      ['desk', 'd.reference'],
      ['facilitator', 'x.name'],
      ['facilitatorEmail', 'x.email'],
      ['facilitatorPhone', 'x.phone'],
      ['fullTimeShare', 'x.full_time_share'],
      ['facilitatorStartsOn', 'x.started_on'],
      ['facilitatorEndsOn', 'x.ended_on'],
    ],
    isKnown: 'd.reference IS NOT NULL',
    order: 'd.reference, x.name, x.id',
  },
  {
    name: 'buyers',
    from: 'buyer x',
    columns: [
      ['buyer', 'x.siren'],
      ['buyerSiret', 'x.siret'],
      ['buyerName', 'x.name'],
      ['buyerKind', 'x.kind'],
    ],
    isKnown: 'true',
    order: 'x.siren',
  },
  {
    name: 'companies',
    from: 'contractor x',
    columns: [
      ['company', 'x.siret'],
      ['companyName', 'x.name'],
      ['companyKind', 'x.kind'],
    ],
    isKnown: 'x.siret IS NOT NULL',
    order: 'x.siret',
  },
  {
    name: 'operations',
    from: `operation x LEFT ${DESK} JOIN buyer b ON b.id = x.buyer_id`,
    columns: [
      ['desk', 'd.reference'],
      ['operation', 'x.reference'],
      ['buyer', 'b.siren'],
      ['operationTitle', 'x.title'],
      ['operationStartsOn', 'x.starts_on'],
      ['operationEndsOn', 'x.ends_on'],
      ['placeKind', 'x.place_kind'],
      ['placeCode', 'x.place_code'],
    ],
    isKnown: 'd.reference IS NOT NULL AND x.reference IS NOT NULL',
    order: 'd.reference, x.reference',
  },
  {
    name: 'contracts',
    // One line per lot and holder; a contract without lots has one line, which gives it its first lot when it comes again.
    from: `contract x LEFT ${DESK} JOIN buyer b ON b.id = x.buyer_id LEFT JOIN operation o ON o.id = x.operation_id
      JOIN lot l ON l.contract_id = x.id
      LEFT JOIN lot_contractor h ON h.lot_id = l.id AND h.role = 'HOLDER' LEFT JOIN contractor c ON c.id = h.contractor_id`,
    columns: [
      ['desk', 'd.reference'],
      ['contract', 'x.reference'],
      ['buyer', 'b.siren'],
      ['operation', 'o.reference'],
      ['contractTitle', 'x.title'],
      ['sector', 'x.sector'],
      ['cpv', 'x.cpv'],
      ['clauseType', 'x.clause_type'],
      ['amount', 'x.amount_cents'],
      ['notifiedOn', 'x.notified_on'],
      ['durationMonths', 'x.duration_months'],
      ['contractEndsOn', 'x.ends_on'],
      ['contractKind', 'x.kind'],
      ['obligation', 'x.obligation'],
      ['exemptionReason', 'x.exemption_reason'],
      ['placeKind', 'x.place_kind'],
      ['placeCode', 'x.place_code'],
      ['departement', 'x.departement_code'],
      ['lot', 'l.number'],
      ['lotTitle', 'l.title'],
      ['lotAmount', 'l.amount_cents'],
      ['lotHours', 'l.committed_hours'],
      ['holder', 'c.siret'],
    ],
    isKnown: 'd.reference IS NOT NULL AND x.reference IS NOT NULL',
    order: 'd.reference, x.reference, l.number, c.siret',
  },
  {
    name: 'participants',
    from: `participant x LEFT ${DESK}`,
    columns: [
      ['desk', 'd.reference'],
      ['participant', 'x.reference'],
      ['birthYear', 'x.birth_year'],
      ['sex', 'x.sex'],
      ['educationLevel', 'x.education_level'],
      ['criterion', CRITERION],
      ['residenceCommune', 'x.residence_commune'],
      ['livesInQpv', 'x.lives_in_qpv'],
    ],
    isKnown: 'd.reference IS NOT NULL AND x.reference IS NOT NULL',
    order: 'd.reference, x.reference',
  },
  {
    name: 'work-contracts',
    from: `work_contract x ${DESK} JOIN participant p ON p.id = x.participant_id JOIN lot l ON l.id = x.lot_id
      JOIN contract k ON k.id = l.contract_id JOIN contractor c ON c.id = x.employer_id`,
    columns: [
      ['desk', 'd.reference'],
      ['workContract', 'x.reference'],
      ['participant', 'p.reference'],
      ['contract', 'k.reference'],
      ['lot', 'l.number'],
      ['company', 'c.siret'],
      ['workContractType', 'x.type'],
      ['executionMode', 'x.execution_mode'],
      ['startsOn', 'x.starts_on'],
      ['endsOn', 'x.ends_on'],
      ['weeklyHours', 'x.weekly_hours'],
    ],
    isKnown:
      'd.reference IS NOT NULL AND x.reference IS NOT NULL AND p.reference IS NOT NULL AND k.reference IS NOT NULL',
    order: 'd.reference, x.reference',
  },
  {
    name: 'hours',
    from: `hour_entry x ${WORK} LEFT JOIN facilitator f ON f.id = x.validated_by`,
    columns: [
      ['desk', 'd.reference'],
      ['workContract', 'w.reference'],
      ['month', 'x.month'],
      ['hours', 'x.hours'],
      ['state', 'x.state'],
      ['validatedBy', 'f.name'],
    ],
    isKnown: 'd.reference IS NOT NULL AND w.reference IS NOT NULL',
    order: 'd.reference, w.reference, x.month',
  },
  {
    name: 'commitments',
    from: `hour_commitment x ${LOT}`,
    columns: [
      ['desk', 'd.reference'],
      ['contract', 'k.reference'],
      ['lot', 'l.number'],
      ['month', 'x.month'],
      ['committedHours', 'x.hours'],
    ],
    isKnown: 'd.reference IS NOT NULL AND k.reference IS NOT NULL',
    order: 'd.reference, k.reference, l.number, x.month',
  },
  {
    name: 'outcomes',
    from: `outcome x ${WORK}`,
    columns: [
      ['desk', 'd.reference'],
      ['workContract', 'w.reference'],
      ['stage', 'x.stage'],
      ['situation', 'x.situation'],
      ['observedOn', 'x.observed_on'],
    ],
    isKnown: 'd.reference IS NOT NULL AND w.reference IS NOT NULL',
    order: 'd.reference, w.reference, x.stage',
  },
];
