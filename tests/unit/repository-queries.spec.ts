import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, validate } from 'graphql';
import { z } from 'zod';
import { nationalTypesSchema } from '../../schema/generator/print-codegen-schemas';

const ROOT = join(__dirname, '..', '..');
const schema = buildSubgraphSchema([{ typeDefs: parse(nationalTypesSchema()) }]);

/** Bodies of curl commands and GraphQL blocks of a page. */
function queriesOf(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const blocks = [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].flatMap((match) => match[1] ?? []);
  const bodies = [...text.matchAll(/ -d '([^']+)'/g)].map((match) => {
    const body: unknown = JSON.parse(match[1] ?? '');
    return z.object({ query: z.string() }).parse(body).query;
  });
  return [...blocks, ...bodies];
}

const guides = readdirSync(join(ROOT, 'docs', 'guides'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', 'guides', name));
const queries = ['README.md', ...guides].flatMap((page) => queriesOf(page).map((query) => ({ page, query })));

describe('the queries of the documentation', () => {
  it('are at least one in the README and four in the guide for buyers', () => {
    expect(queries.filter(({ page }) => page === 'README.md').length).toBeGreaterThanOrEqual(1);
    expect(queries.filter(({ page }) => page.endsWith('buyer.md')).length).toBeGreaterThanOrEqual(4);
  });

  it.each(queries)('are valid: one of $page', ({ query }) => {
    expect(validate(schema, parse(query)).map((error) => error.message)).toEqual([]);
  });
});
