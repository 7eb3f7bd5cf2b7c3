import type { Comparison, ContractDifference } from './compare-contracts';

/** French names of the kinds of differences. */
export const DIFFERENCES: Readonly<Record<ContractDifference['kind'], string>> = {
  NOT_HELD: 'déclaré, non suivi',
  UNKNOWN: 'région non comparable',
  ELSEWHERE: 'suivi par une autre région',
  DIFFERS: 'valeurs différentes',
  NOT_DECLARED: 'suivi, non déclaré',
};
const FIELDS = { clause: 'clause', amount: 'montant HT', notifiedOn: 'notification', departement: 'département' };
const HEAD = ['ecart', 'uid', 'objet', 'region_declaree', 'region', 'marche', 'champ', 'declare', 'suivi', 'remarque'];

/** A comparison as a table with its head. */
export function rowsOfDifferences({ differences }: Comparison): readonly (readonly string[])[] {
  return [HEAD, ...differences.map(rowOf)];
}

/** How many differences of each kind, and how many contracts are alike. */
export function countsOf({ differences, alike }: Comparison): readonly (readonly string[])[] {
  const counts = new Map<ContractDifference['kind'], number>();
  for (const { kind } of differences) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [['identiques', String(alike)], ...[...counts].map(([kind, count]) => [DIFFERENCES[kind], String(count)])];
}

function rowOf(difference: ContractDifference): readonly string[] {
  const row = (cells: Readonly<Partial<Record<(typeof HEAD)[number], string | null>>>) =>
    HEAD.map((column) => (column === 'ecart' ? DIFFERENCES[difference.kind] : (cells[column] ?? '')));
  if (difference.kind === 'NOT_DECLARED') {
    const { id, region, title, decp } = difference.held;
    const remarque = decp === null ? 'Aucun lien avec les données publiques.' : 'Lié à un marché absent du fichier.';
    return row({ uid: decp, objet: title, region, marche: id, remarque });
  }
  const { uid, title: objet, regionCode: region_declaree, clause } = difference.declared;
  const declared = { uid, objet, region_declaree };
  switch (difference.kind) {
    case 'NOT_HELD': {
      const similar = difference.similar.map(({ id }) => id).join(', ');
      const proposal = similar === '' ? '' : ` Même jour et même montant : ${similar}, à relier ?`;
      const stated = clause?.type == null ? 'Aucune clause sociale déclarée.' : 'Clause sociale déclarée.';
      return row({ ...declared, remarque: `${stated}${proposal}` });
    }
    case 'UNKNOWN':
      return row({ ...declared, remarque: `On ne sait pas ce que suit la région (${difference.status}).` });
    case 'ELSEWHERE':
      return row({ ...declared, region: difference.held.region, marche: difference.held.id });
    case 'DIFFERS': {
      const { held, field, ours, published } = difference;
      return row({
        ...declared,
        region: held.region,
        marche: held.id,
        champ: FIELDS[field],
        declare: published,
        suivi: ours,
      });
    }
  }
}
