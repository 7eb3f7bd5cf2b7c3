import { PERSONS_THRESHOLDS, protectCompanies, protectPersons } from '../../subgraphs/kit/disclosure';
import { attackCompanies, attackPersons } from '../support/attack-release';
import { randomCompaniesRelease, randomPersonsRelease } from '../support/random-tables';

/** `npm run disclosure:certify` tries ten thousand; here a few, so that a fault shows early. */
const TABLES = Number(process.env['MAILLAGE_DISCLOSURE_TABLES'] ?? 100);
const TIME = 60_000 + TABLES * 500;

describe('an attacker who solves for every masked cell, with all that is published', () => {
  it(
    `narrows no cell of ${String(TABLES)} sets of linked tables of persons below its protection`,
    async () => {
      let attacked = 0;
      for (let seed = 0; seed < TABLES; seed += 1) {
        const release = randomPersonsRelease(seed);
        const found = attackPersons(release, await protectPersons(release));
        expect({ seed, broken: found.broken }).toEqual({ seed, broken: [] });
        attacked += found.attacked;
      }
      expect(attacked).toBeGreaterThan(TABLES);
    },
    TIME,
  );

  it(
    `narrows none of ${String(TABLES)} of companies, nor do the companies themselves`,
    async () => {
      let attacked = 0;
      for (let seed = 0; seed < TABLES; seed += 1) {
        const release = randomCompaniesRelease(seed);
        const found = attackCompanies(release, await protectCompanies(release));
        expect({ seed, broken: found.broken }).toEqual({ seed, broken: [] });
        attacked += found.attacked;
      }
      expect(attacked).toBeGreaterThan(TABLES);
    },
    TIME,
  );

  it('knows thresholds of partners and of the public', () => {
    expect(PERSONS_THRESHOLDS).toEqual({ PARTNERS: 5, PUBLIC: 11 });
  });
});
