/** One kind of thing that is counted once over a period. */
export interface SetKind {
  /** `year_set.kind`, and the count that it gives. */
  readonly kind: string;
  /** Column of a row of `work_year` that identifies it. */
  readonly column: string;
  /** SQL of which rows of `work_year` put it in; all of them unless said. */
  readonly condition?: string;
}

/** What is counted once; the rules are those of modules/figures/totals.sql.ts. */
export const SET_KINDS: readonly SetKind[] = [
  { kind: 'work_contracts', column: 'work_contract_id' },
  { kind: 'participants', column: 'participant_id' },
  { kind: 'women_participants', column: 'participant_id', condition: `sex = 'F'` },
  { kind: 'participants_of_known_sex', column: 'participant_id', condition: `sex <> 'UNKNOWN'` },
  { kind: 'qpv_participants', column: 'participant_id', condition: 'lives_in_qpv' },
  { kind: 'participants_of_known_residence', column: 'participant_id', condition: 'lives_in_qpv IS NOT NULL' },
  { kind: 'lots', column: 'lot_id' },
  { kind: 'contracts', column: 'contract_id' },
  { kind: 'operations', column: 'operation_id', condition: 'operation_id IS NOT NULL' },
  { kind: 'buyers', column: 'buyer_id' },
  {
    kind: 'companies',
    column: 'employer_id',
    condition: 'EXISTS (SELECT FROM contractor r WHERE r.id = employer_id AND r.siret IS NOT NULL)',
  },
];

/** SQL condition under which what is stored of a year (an SQL expression) is true: the cells hold all of it, and nothing else. */
export const isSettledSql = (year: string): string => `
  NOT EXISTS (SELECT FROM work_year w WHERE w.year = ${year} AND NOT w.is_folded)
  AND NOT EXISTS (SELECT FROM work_year_undone u WHERE u.year = ${year})`;

/** Identifiers as bits, the first one standing for 0. */
export class IdentifierBits {
  private bits = Buffer.alloc(LEAST_BYTES);

  add(identifier: number): void {
    const byte = identifier >>> 3;
    if (byte >= this.bits.length) this.grow(byte);
    this.bits[byte] = (this.bits[byte] ?? 0) | (0x80 >>> (identifier & 7));
  }

  /** The bits in hexadecimal. Their number is a power of two: sets of several years are mostly of one length. */
  toHex(): string {
    return this.bits.toString('hex');
  }

  private grow(byte: number): void {
    let length = this.bits.length;
    while (length <= byte) length *= 2;
    this.bits = Buffer.concat([this.bits], length);
  }
}

/** Bytes of a set of few. */
const LEAST_BYTES = 128;
