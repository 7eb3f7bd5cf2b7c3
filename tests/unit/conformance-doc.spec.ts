import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REASONS } from '../../conformance';

const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', 'conformance.md'), 'utf8');

describe('docs/guides/conformance.md', () => {
  it('lists every reason of the kit with what to do about it, and no other', () => {
    const rows = [...guide.matchAll(/^\| `([A-Z0-9_]+)` +\| (.+?) +\|$/gm)].map(([, code, advice]) => [code, advice]);
    expect(rows).toEqual(Object.entries(REASONS));
  });
});
