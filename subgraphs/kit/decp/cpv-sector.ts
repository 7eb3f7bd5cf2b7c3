/**
 * Sector of each part of the CPV (Common Procurement Vocabulary, Regulation (EC) No 213/2008, annex I):
 * the first two digits are the division, three the group. The longest prefix found wins. The grouping
 * into sectors is ours; divisions 03 to 44 and 48 are supplies.
 */
const SECTOR_BY_PREFIX: Readonly<Record<string, string>> = {
  '45': 'BTP',
  '50': 'OTHER_SERVICES',
  '51': 'OTHER_SERVICES',
  // 55.1 and 55.2 are hotels and camp sites; 55.3 to 55.5 restaurants, canteens and catering.
  '55': 'OTHER_SERVICES',
  '553': 'CATERING',
  '554': 'CATERING',
  '555': 'CATERING',
  '60': 'OTHER_SERVICES',
  '63': 'OTHER_SERVICES',
  '64': 'OTHER_SERVICES',
  '65': 'OTHER_SERVICES',
  '66': 'OTHER_SERVICES',
  '70': 'OTHER_SERVICES',
  '71': 'INTELLECTUAL_SERVICES',
  '72': 'INTELLECTUAL_SERVICES',
  '73': 'INTELLECTUAL_SERVICES',
  '75': 'OTHER_SERVICES',
  '76': 'OTHER_SERVICES',
  '77': 'GREEN_SPACES',
  '79': 'INTELLECTUAL_SERVICES',
  // Investigation and security, then printing.
  '797': 'OTHER_SERVICES',
  '798': 'OTHER_SERVICES',
  '80': 'OTHER_SERVICES',
  '85': 'OTHER_SERVICES',
  '90': 'OTHER_SERVICES',
  '905': 'WASTE',
  '906': 'CLEANING',
  '909': 'CLEANING',
  '92': 'OTHER_SERVICES',
  '98': 'OTHER_SERVICES',
};

const SUPPLY_DIVISIONS = new Set(
  ['03', '09', '14', '15', '16', '18', '19', '22', '24', '30', '31', '32', '33', '34', '35', '37', '38', '39'].concat([
    '41',
    '42',
    '43',
    '44',
    '48',
  ]),
);

/** A CPV code of a source with its sector. */
export interface CpvReading {
  /** The 8 digits without the check digit; null when the text is not a CPV code. */
  readonly cpv: string | null;
  /** Code of the list SECTOR; null when no division of the CPV begins the code. */
  readonly sector: string | null;
}

/** Reads a CPV code, "45214200" or "45214200-2", and finds its sector. */
export function readCpv(text: string): CpvReading {
  const cpv = /^(\d{8})(?:-\d)?$/.exec(text)?.[1];
  if (cpv === undefined) return { cpv: null, sector: null };
  if (SUPPLY_DIVISIONS.has(cpv.slice(0, 2))) return { cpv, sector: 'SUPPLIES' };
  const sector = SECTOR_BY_PREFIX[cpv.slice(0, 3)] ?? SECTOR_BY_PREFIX[cpv.slice(0, 2)];
  return sector === undefined ? { cpv: null, sector: null } : { cpv, sector };
}
