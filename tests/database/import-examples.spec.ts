import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { findImportKind, importFile, mappingJsonSchema, readMapping } from '../../subgraphs/regional/imports';
import { createTestDatabase } from '../support/database';

const FOLDER = join(__dirname, '..', '..', 'examples', 'imports');

describe('the examples of imports', () => {
  it('come with the JSON Schema of mappings', async () => {
    expect(JSON.parse(await readFile(join(FOLDER, 'mapping.schema.json'), 'utf8'))).toEqual(mappingJsonSchema());
  });

  it('are taken one after the other into empty books', async () => {
    const database = await createTestDatabase('regional');
    const client = new Client(database.url);
    await client.connect();
    const files = [
      ['desks', 'guichets', 1],
      ['facilitators', 'facilitateurs', 1],
      ['flat', 'suivi', 11],
      ['hours', 'heures', 2],
    ] as const;
    for (const [name, file, added] of files) {
      const kind = findImportKind(name);
      if (kind === undefined) throw new Error(name);
      const mapping = await readMapping(join(FOLDER, `${file}.mapping.json`), kind);
      const report = await importFile({ path: join(FOLDER, `${file}.csv`), kind, mapping, client, actor: 'import' });
      expect([file, report.problems, report.warnings, report.rowsAdded]).toEqual([file, [], [], added]);
    }
    await client.end();
    await database.close();
  });
});
