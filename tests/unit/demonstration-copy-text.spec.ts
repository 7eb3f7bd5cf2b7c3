import { copyChunks, copyLine, type BookTable } from '../../subgraphs/regional/demonstration';

describe('COPY text', () => {
  it('writes numbers, booleans and absence as PostgreSQL reads them', () => {
    expect(copyLine([1, 'a', true, false, null])).toBe('1\ta\tt\tf\t\\N\n');
  });

  it('escapes what would end a cell or a row', () => {
    expect(copyLine(['a\tb', 'c\nd', 'e\rf', 'g\\h', '\\N'])).toBe('a\\tb\tc\\nd\te\\rf\tg\\\\h\t\\\\N\n');
  });

  it('keeps an empty text apart from absence', () => {
    expect(copyLine(['', null, ''])).toBe('\t\\N\t\n');
  });

  it('cuts between rows only and loses none', () => {
    const table: BookTable = {
      name: 'numbers',
      columns: ['id'],
      *rows() {
        for (let id = 1; id <= 30_000; id += 1) yield [id];
      },
    };
    let rows = 0;
    const chunks = [...copyChunks(table, () => (rows += 1))].map((chunk) => chunk.toString());
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.every((chunk) => chunk.endsWith('\n'))).toBe(true);
    expect(chunks.join('').trimEnd().split('\n')).toEqual(Array.from({ length: 30_000 }, (_, index) => `${index + 1}`));
    expect(rows).toBe(30_000);
  });
});
