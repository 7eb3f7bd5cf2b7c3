import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECK_NAMES, FINDINGS } from '../../registry/checks';
import { findingsPage } from '../../registry/checks/findings-page';

const ROOT = join(__dirname, '../..');

describe('the page of findings', () => {
  it('is the one that is committed; run `npm run findings:doc` when it is not', () => {
    expect(readFileSync(join(ROOT, 'docs/FINDINGS.md'), 'utf8')).toBe(findingsPage());
  });

  it('names every code, each with something to do', () => {
    for (const [code, { check, advice }] of Object.entries(FINDINGS)) {
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect(CHECK_NAMES).toContain(check);
      expect(advice).toMatch(/^[A-Z].*\.$|\)\.$|"\)\.$/);
    }
  });
});
