/** How a line of a file names a row that the books hold already, or that the same line has just created. */
export interface BookReference {
  readonly table: string;
  /** Field that names it; the last one, when several do. */
  readonly field: string;
  /** Other references that must be joined before. */
  readonly after: readonly ReferenceName[];
  /** Condition of the join: `s` is the line, `r_…` the row. */
  readonly on: string;
  /** What is joined, where it is not the table itself. */
  readonly source?: string;
  /** Whether a line may leave it out. */
  readonly isOptional?: boolean;
}

/** Name of a reference; its row is joined as `r_<name>`. */
export type ReferenceName =
  'desk' | 'buyer' | 'company' | 'holder' | 'operation' | 'contract' | 'lot' | 'participant' | 'work' | 'facilitator';

/** The natural keys by which files name rows. */
export const REFERENCES: Readonly<Record<ReferenceName, BookReference>> = {
  desk: { table: 'desk', field: 'desk', after: [], on: 'r_desk.reference = s.desk' },
  buyer: { table: 'buyer', field: 'buyer', after: [], on: 'r_buyer.siren = s.buyer' },
  company: { table: 'contractor', field: 'company', after: [], on: 'r_company.siret = s.company' },
  holder: { table: 'contractor', field: 'holder', after: [], on: 'r_holder.siret = s.holder', isOptional: true },
  operation: {
    table: 'operation',
    field: 'operation',
    after: ['desk'],
    on: 'r_operation.desk_id = r_desk.id AND r_operation.reference = s.operation',
    isOptional: true,
  },
  contract: {
    table: 'contract',
    field: 'contract',
    after: ['desk'],
    on: 'r_contract.desk_id = r_desk.id AND r_contract.reference = s.contract',
  },
  lot: {
    table: 'lot',
    field: 'lot',
    after: ['desk', 'contract'],
    on: 'r_lot.contract_id = r_contract.id AND r_lot.number = coalesce(s.lot, 1)',
  },
  participant: {
    table: 'participant',
    field: 'participant',
    after: ['desk'],
    on: 'r_participant.desk_id = r_desk.id AND r_participant.reference = s.participant',
  },
  work: {
    table: 'work_contract',
    field: 'workContract',
    after: ['desk'],
    on: 'r_work.desk_id = r_desk.id AND r_work.reference = s.work_contract',
  },
  facilitator: {
    table: 'facilitator',
    field: 'validatedBy',
    after: ['desk'],
    on: 'r_facilitator.desk_id = r_desk.id AND r_facilitator.name = s.validated_by',
    // Nothing forbids two persons of one name: the one who came last is meant.
    source: '(SELECT DISTINCT ON (desk_id, name) * FROM facilitator ORDER BY desk_id, name, started_on DESC, id)',
    isOptional: true,
  },
};

/** The joins of these references and of all that they need, each once and in order. */
export function joinsOf(names: readonly ReferenceName[], join: 'JOIN' | 'LEFT JOIN'): string {
  const ordered: ReferenceName[] = [];
  const visit = (name: ReferenceName): void => {
    REFERENCES[name].after.forEach(visit);
    if (!ordered.includes(name)) ordered.push(name);
  };
  names.forEach(visit);
  return ordered
    .map((name) => {
      const { table, source, on, isOptional } = REFERENCES[name];
      return `${isOptional === true ? 'LEFT JOIN' : join} ${source ?? table} r_${name} ON ${on}`;
    })
    .join('\n');
}
