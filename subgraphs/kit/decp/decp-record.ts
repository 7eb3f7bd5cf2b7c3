/** Who won a contract, as the source writes it. */
export interface RawHolder {
  readonly id: string | null;
  /** "SIRET", "TVA"…; null when the source has no such column. */
  readonly idType: string | null;
  readonly name: string | null;
}

/**
 * One row of a DECP source brought to a common shape, every value still the source's own text
 * (trimmed; null when absent or empty). A CSV row names one holder, a JSON record all of them.
 */
export interface DecpRecord {
  /** Line of the file (CSV: the line the row ends on) or rank of the record, from 1 (JSON). */
  readonly line: number;
  readonly uid: string | null;
  /** The buyer's own number for the contract, unique for that buyer only. */
  readonly id: string | null;
  readonly title: string | null;
  readonly cpv: string | null;
  readonly buyerId: string | null;
  readonly buyerName: string | null;
  readonly buyerRegion: string | null;
  readonly buyerDepartement: string | null;
  readonly holders: readonly RawHolder[];
  /** Euros. */
  readonly amount: string | null;
  readonly notifiedOn: string | null;
  readonly durationMonths: string | null;
  readonly placeCode: string | null;
  readonly placeType: string | null;
  /** The social considerations stated; null when the source says nothing, which is not the same as "none". */
  readonly considerations: readonly string[] | null;
}

/** What a reader gives for each row of the file. */
export type DecpItem =
  | { readonly kind: 'record'; readonly record: DecpRecord }
  | { readonly kind: 'unreadable'; readonly rejection: RejectedRow }
  | { readonly kind: 'concession'; readonly line: number };

/** Why a row is not imported. The table of decp-rules.ts says what each code means. */
export type RejectionReason =
  | 'COLUMN_COUNT'
  | 'ROW_UNREADABLE'
  | 'CONTRACT_ID_MISSING'
  | 'TEST_ROW'
  | 'BUYER_SIRET_INVALID'
  | 'AMOUNT_INVALID'
  | 'DATE_INVALID'
  | 'REGION_OUTSIDE_SCOPE'
  | 'REGION_MISSING'
  | 'REGION_NOT_CONNECTED'
  | 'REGION_UNAVAILABLE';

/** What is odd in a row that is imported all the same. */
export type WarningCode =
  | 'AMOUNT_MISSING'
  | 'CLAUSE_CONTRADICTORY'
  | 'CLAUSE_UNREADABLE'
  | 'CONFLICTING_VALUE'
  | 'CPV_UNREADABLE'
  | 'DATE_MISSING'
  | 'DURATION_UNREADABLE'
  | 'HOLDER_INVALID'
  | 'PLACE_UNREADABLE'
  | 'REGION_KEPT'
  | 'UID_DIFFERS_IN_CASE';

/** A row that is not imported. */
export interface RejectedRow {
  readonly line: number;
  /** Null when the row does not say it. */
  readonly uid: string | null;
  readonly reason: RejectionReason;
  readonly message: string;
  /** The value at fault, as the source writes it. */
  readonly value: string | null;
}

/** Something odd that did not prevent the import. */
export interface ImportWarning {
  readonly line: number;
  readonly uid: string;
  readonly code: WarningCode;
  readonly message: string;
  readonly value: string | null;
}

/** Where a contract is executed, at the finest level the source gives. */
export interface ContractPlace {
  readonly kind: 'COMMUNE' | 'DEPARTEMENT' | 'REGION';
  readonly code: string;
}

/** A holder with a valid SIRET. */
export interface Holder {
  readonly siret: string;
  readonly name: string | null;
}

/** One public contract, whatever the number of rows that tell of it. Null means that the source does not say. */
export interface DecpContract {
  readonly uid: string;
  /** Every row of the contract that was accepted. */
  readonly lines: readonly number[];
  readonly regionCode: string;
  readonly regionBy: 'PLACE' | 'BUYER';
  readonly place: ContractPlace | null;
  /** Of the place of execution, else of the buyer. */
  readonly departement: string | null;
  readonly buyer: { readonly siren: string; readonly siret: string; readonly name: string | null };
  readonly title: string | null;
  /** Shown when the source gives no title: "Marché 2024-12". */
  readonly fallbackTitle: string;
  readonly cpv: string | null;
  /** Code of the list SECTOR. */
  readonly sector: string | null;
  /** Null: the source is silent. `type` null: the source says that there is no social clause. */
  readonly clause: { readonly type: string | null } | null;
  readonly amountCents: number | null;
  /** YYYY-MM-DD. */
  readonly notifiedOn: string | null;
  readonly durationMonths: number | null;
  readonly holders: readonly Holder[];
}
