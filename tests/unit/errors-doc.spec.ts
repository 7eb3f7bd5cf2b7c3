import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorsPage } from '../../schema/generator/print-errors-page';
import { ERRORS, REMOVED_CODES } from '../../subgraphs/kit/errors';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'ERRORS.md'), 'utf8');
const headings = [...page.matchAll(/^## ([A-Z_]+)$/gm)].map((match) => match[1]);

describe('docs/ERRORS.md', () => {
  it('documents every code of the table', () => {
    expect(Object.keys(ERRORS).filter((code) => !headings.includes(code))).toEqual([]);
  });

  it('documents no code that the table lacks', () => {
    expect(headings.filter((code) => code === undefined || !Object.hasOwn(ERRORS, code))).toEqual([]);
  });

  it('is what `npm run errors:doc` writes', () => {
    expect(page).toBe(errorsPage());
  });
});

describe('the table of errors', () => {
  it('never brings a removed code back', () => {
    expect(REMOVED_CODES.filter((code) => Object.hasOwn(ERRORS, code))).toEqual([]);
  });

  it.each(Object.entries(ERRORS))('describes %s by a whole sentence', (_, { description }) => {
    expect(description).toMatch(/^[A-Z`].*\.$/);
  });
});
