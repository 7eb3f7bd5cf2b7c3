/** Code of a finding; permanent. */
export type FindingCode = string;
