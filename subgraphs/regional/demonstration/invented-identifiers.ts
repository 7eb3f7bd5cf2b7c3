import { withLuhnKey } from '../../kit/identifiers';

/**
 * SIREN that stands for a national buyer in examples and tests; the one of the demonstration that is not
 * invented. Its holder has nothing to do with the figures, so its name says that it is a demonstration.
 */
export const FIRST_BUYER_SIREN = '552081317';

/** Where each kind of invented organisation starts, so that no two share a SIREN. */
const BASES = { buyer: 1, localBuyer: 10_000, company: 200_000, localCompany: 300_000, desk: 800_000 } as const;
/** Room for each region's own organisations of a kind. */
const ROOM = { localBuyer: 5_000, localCompany: 20_000, desk: 1_000 } as const;

/** A SIREN with a valid key that Insee has never given: none of its real ones begins with "00". */
function inventedSiren(serial: number): string {
  return withLuhnKey(`00${String(serial).padStart(6, '0')}`);
}

/** The SIRET of an organisation's only establishment. */
export function siretOf(siren: string): string {
  return withLuhnKey(`${siren}0001`);
}

/** SIREN of a buyer that several regions have, by national number from 0. */
export function sharedBuyerSiren(number: number): string {
  return number === 0 ? FIRST_BUYER_SIREN : inventedSiren(BASES.buyer + number);
}

/** SIREN of a buyer that only one region has. */
export function localBuyerSiren(ordinal: number, number: number): string {
  return inventedSiren(BASES.localBuyer + ordinal * ROOM.localBuyer + number);
}

/** SIRET of a company that several regions have, by national number from 0. */
export function sharedCompanySiret(number: number): string {
  return siretOf(inventedSiren(BASES.company + number));
}

/** SIRET of a company that only one region has. */
export function localCompanySiret(ordinal: number, number: number): string {
  return siretOf(inventedSiren(BASES.localCompany + ordinal * ROOM.localCompany + number));
}

/** SIRET of the organisation that carries a desk. */
export function deskSiret(ordinal: number, number: number): string {
  return siretOf(inventedSiren(BASES.desk + ordinal * ROOM.desk + number));
}

/** A telephone number of the range that ARCEP keeps for works of fiction: 01 99 00 xx xx. */
export function fictionPhone(number: number): string {
  const digits = String(number % 10_000).padStart(4, '0');
  return `01 99 00 ${digits.slice(0, 2)} ${digits.slice(2)}`;
}

/** An address at a name that can never exist (top-level domain reserved by RFC 2606). */
export function fictionEmail(mailbox: string): string {
  return `${mailbox}@exemple.maillage.invalid`;
}
