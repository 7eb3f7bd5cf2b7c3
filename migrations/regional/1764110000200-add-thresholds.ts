import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * European thresholds of public procurement, in euros excluding tax. 2024-2025: as CRESS Occitanie gives them, citing
 * Décision-achats. 2026-2027 were not found in a primary source: they say so themselves, and a coordination corrects them.
 */
const THRESHOLDS = [
  ['EU_THRESHOLD_WORKS', 5_538_000, '2024-01-01', '2025-12-31', 'cressoccitanie.org, citant Décision-achats'],
  ['EU_THRESHOLD_SUPPLIES_SERVICES', 221_000, '2024-01-01', '2025-12-31', 'cressoccitanie.org, citant Décision-achats'],
  ['EU_THRESHOLD_WORKS', 5_404_000, '2026-01-01', '2027-12-31', 'À vérifier : seuil 2026-2027 non sourcé'],
  ['EU_THRESHOLD_SUPPLIES_SERVICES', 216_000, '2026-01-01', '2027-12-31', 'À vérifier : seuil 2026-2027 non sourcé'],
] as const;

/** Dated parameters that the obligation of article L2112-2-1 needs from the start. */
export class AddThresholds1764110000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const threshold of THRESHOLDS) {
      await runner.query(
        `INSERT INTO dated_parameter (origin, unit, code, value, valid_from, valid_to, source)
         VALUES ('IMPORTED', 'EUR', $1, $2, $3, $4, $5)`,
        [...threshold],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM dated_parameter WHERE code IN ('EU_THRESHOLD_WORKS', 'EU_THRESHOLD_SUPPLIES_SERVICES')`,
    );
  }
}
