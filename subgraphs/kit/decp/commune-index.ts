import { readFileSync } from 'node:fs';

interface CommuneRecord {
  readonly code: string;
  readonly type: string;
  readonly siren?: string;
  readonly codesPostaux?: readonly string[];
}

/** Look-ups of communes that public contracts need and that the shared geography does not hold. */
export interface CommuneIndex {
  /** Codes of the communes of a postal code, those outside the 18 regions included; empty when unknown. */
  codesOfPostalCode(postalCode: string): readonly string[];
  /** Code of the commune that is the legal person of that SIREN. */
  codeOfSiren(siren: string): string | undefined;
}

let loaded: CommuneIndex | undefined;

/** The index, read from the COG package once per process on first use (about 0.2 s). */
export function communeIndex(): CommuneIndex {
  loaded ??= loadCommuneIndex();
  return loaded;
}

function loadCommuneIndex(): CommuneIndex {
  const path = require.resolve('@etalab/decoupage-administratif/data/communes.json');
  const records = JSON.parse(readFileSync(path, 'utf8')) as CommuneRecord[];
  const postal = new Map<string, string[]>();
  const bySiren = new Map<string, string>();
  for (const record of records) {
    for (const code of record.codesPostaux ?? []) {
      const communes = postal.get(code);
      if (communes === undefined) postal.set(code, [record.code]);
      else communes.push(record.code);
    }
    if (record.siren !== undefined) bySiren.set(record.siren, record.code);
  }
  return {
    codesOfPostalCode: (postalCode) => postal.get(postalCode) ?? [],
    codeOfSiren: (siren) => bySiren.get(siren),
  };
}
