import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isInputObjectType, isObjectType, parse, print } from 'graphql';
import { booksSchema } from '../../subgraphs/regional/bookkeeping';

const PRINTED = join(__dirname, '..', '..', 'schema', 'books.graphql');

describe("the schema of a region's own API", () => {
  it('is printed as it is served: npm run books:sdl', () => {
    expect(print(parse(readFileSync(PRINTED, 'utf8')))).toBe(print(parse(booksSchema())));
  });

  it('describes every type of the books, and every field that people give', () => {
    const types = Object.values(buildSchema(booksSchema()).getTypeMap());
    const rows = types
      .filter(isObjectType)
      .filter((type) => type.getInterfaces().some(({ name }) => name === 'BookRow'));
    const given = types.filter(isInputObjectType).filter(({ name }) => name.startsWith('Create'));
    expect(rows.length).toBeGreaterThan(20);
    const bare = [...rows, ...given].flatMap((type) =>
      Object.values(type.getFields()).flatMap(({ name, description }) =>
        description == null ? [`${type.name}.${name}`] : [],
      ),
    );
    expect(bare).toEqual([]);
  });
});
