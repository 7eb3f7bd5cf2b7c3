import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { createGatewayClient } from '../../cli/client';
import { compareContracts, countsOf, readDeclared, readHeld, rowsOfDifferences } from '../../cli/decp';
import { importDecp } from '../../subgraphs/regional/decp-import';
import { speakingAs } from '../support/callers';
import { createTemporaryFolder } from '../support/temporary-folder';
import { createTestFederation, type TestFederation, withClient } from '../support/test-federation';

const SIREN = '732829320';
const HEAD =
  'uid;id;objet;codeCPV;acheteur_id;acheteur_nom;acheteur_departement_code;acheteur_region_code;titulaire_id;titulaire_nom;montant;dateNotification;dureeMois;lieuExecution_code;lieuExecution_typeCode;considerationsSociales';
/** A contract of the buyer of this test, executed in a commune. */
const line = (id: string, commune: string, { amount = 1000, clause = 'Clause sociale', day = '2024-09-02' } = {}) =>
  `73282932000074${id};${id};Marché ${id};45442100;73282932000074;Acheteur;29;53;00000901900019;Entreprise;${amount};${day};6;${commune};Code commune;${clause}`;
const QUIMPER = '29232';
const AJACCIO = '2A004';
/** As it was imported by the regions. */
const IMPORTED = ['A', 'B', 'C', 'D'].map((id) => line(id, QUIMPER));

describe('what a buyer declared, beside what the regions follow', () => {
  let federation: TestFederation;
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;

  const fileOf = async (name: string, lines: readonly string[]) => {
    const path = join(folder.path, name);
    await writeFile(path, [HEAD, ...lines].join('\n'));
    return path;
  };
  const compared = async (lines: readonly string[]) => {
    const token = speakingAs({ role: 'buyer', sirens: [SIREN] }).replace('Bearer ', '');
    const gateway = createGatewayClient(`${federation.gatewayUrl}/graphql`, token);
    const { contracts } = await readDeclared(await fileOf('declared.csv', lines), SIREN);
    return compareContracts(contracts, await readHeld(gateway, SIREN));
  };
  /** Kind, number of the contract and remark of each difference. */
  const shown = (comparison: ReturnType<typeof compareContracts>) =>
    rowsOfDifferences(comparison)
      .slice(1)
      .map(([kind, , title, , region, , field, declared, held, remark]) =>
        [kind, title, region, field, declared, held, remark].filter((cell) => cell !== ''),
      );

  beforeAll(async () => {
    folder = await createTemporaryFolder();
    federation = await createTestFederation({
      '53': { schemaVersion: '3' },
      '84': { schemaVersion: '3' },
      '94': { schemaVersion: '2' },
    });
    const report = await importDecp({
      path: await fileOf('imported.csv', IMPORTED),
      regions: ['53'],
      connect: async (code) => {
        const client = new Client(federation.member(code).databaseUrl);
        await client.connect();
        return client;
      },
    });
    expect(report.contracts.imported).toBe(4);
  });
  afterAll(async () => {
    await federation.close();
    await folder.remove();
  });
  afterEach(() => federation.restore());

  it('is alike where the import made it so', async () => {
    const comparison = await compared(IMPORTED);
    expect(shown(comparison)).toEqual([]);
    expect(countsOf(comparison)).toEqual([['identiques', '4']]);
  });

  it('differs by what was declared otherwise, elsewhere, not yet or not at all', async () => {
    const comparison = await compared([
      line('A', QUIMPER, { amount: 1_200, clause: 'Pas de considération sociale' }),
      // Silence is no difference.
      line('B', QUIMPER, { clause: '' }),
      line('C', '69123'),
      line('E', QUIMPER),
      line('F', '69123', { clause: 'Pas de considération sociale' }),
    ]);
    expect(comparison.alike).toBe(1);
    expect(shown(comparison)).toEqual([
      ['valeurs différentes', 'Marché A', '53', 'clause', 'pas de clause sociale', 'clause sociale'],
      ['valeurs différentes', 'Marché A', '53', 'montant HT', '1200.00', '1000.00'],
      ['suivi par une autre région', 'Marché C', '53'],
      ['valeurs différentes', 'Marché C', '53', 'département', '69', '29'],
      ['déclaré, non suivi', 'Marché E', 'Clause sociale déclarée.'],
      ['déclaré, non suivi', 'Marché F', 'Aucune clause sociale déclarée.'],
      ['suivi, non déclaré', 'Marché D', '53', 'Lié à un marché absent du fichier.'],
    ]);
  });

  it('proposes the contract of a desk that nobody linked', async () => {
    await withClient(federation.member('84').databaseUrl, async (client) => {
      await client.query(
        `INSERT INTO buyer (siren, name, kind, origin) VALUES ('${SIREN}', 'Acheteur', 'STATE', 'ENTERED')`,
      );
      await client.query(
        `INSERT INTO contract (buyer_id, title, sector, amount_cents, notified_on, departement_code, origin, source, external_id)
         SELECT id, 'Travaux à Lyon', 'BTP', 770000, '2024-10-01', '69', 'ENTERED', 'LOCAL', 'L-1' FROM buyer WHERE siren = '${SIREN}'`,
      );
    });
    const comparison = await compared([...IMPORTED, line('G', '69123', { amount: 7_700, day: '2024-10-01' })]);
    const [similar, unlinked] = shown(comparison);
    expect(similar?.at(-1)).toMatch(/^Clause sociale déclarée\. Même jour et même montant : 84-\d+, à relier \?$/);
    expect(unlinked).toEqual(['suivi, non déclaré', 'Travaux à Lyon', '84', 'Aucun lien avec les données publiques.']);
  });

  it('says nothing to be missing of a region that does not answer, or does not say the link', async () => {
    federation.member('53').forwarder.intervene(() => 'CUT');
    const comparison = await compared([...IMPORTED.slice(0, 1), line('H', AJACCIO)]);
    expect(shown(comparison).filter(([kind]) => kind !== 'suivi, non déclaré')).toEqual([
      ['région non comparable', 'Marché A', 'On ne sait pas ce que suit la région (UNREACHABLE).'],
      ['région non comparable', 'Marché H', 'On ne sait pas ce que suit la région (OUTDATED_SCHEMA).'],
    ]);
  });
});
