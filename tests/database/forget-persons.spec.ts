import { createDataSource } from '../../subgraphs/kit/postgres';
import { forgetPersons } from '../../subgraphs/national/modules/correspondent';
import { createTestDatabase } from '../support/database';
import { NATIONAL_ENTITIES } from '../support/national-server';

const NOW = new Date('2026-11-25T12:00:00Z');
const values = (name: string | null) => ({
  name,
  email: name && 'a@example.org',
  phone: null,
  function: 'Coordination',
});

describe('persons in the history of the directory', () => {
  it('are forgotten after a year, in changes and in posts that ended, and nobody else', async () => {
    const database = await createTestDatabase('national');
    const dataSource = createDataSource({
      url: database.url,
      entities: NATIONAL_ENTITIES,
      poolSize: 1,
      applicationName: 'test',
    });
    await dataSource.initialize();
    try {
      const post = async (name: string, validTo: string | null) => {
        const [row]: { id: string }[] = await dataSource.query(
          `INSERT INTO correspondent (public_id, region_code, departements, name, function, organisation, email, valid_from, valid_to, is_published, origin)
           VALUES (gen_random_uuid(), '53', '{}', $1, 'Coordination', 'Réseau', 'a@example.org', '2020-01-01', $2, true, 'ENTERED') RETURNING id`,
          [name, validTo],
        );
        return row?.id ?? '';
      };
      const kept = await post('Toujours là', null);
      await post('Partie hier', '2026-11-24');
      await post('Partie il y a un an et un jour', '2025-11-24');
      const changes = [
        ['2025-11-25T11:59:59Z', null, values('Ancienne')],
        ['2025-11-25T11:59:59Z', values('Ancienne'), values(null)],
        ['2025-11-25T12:00:01Z', values('Récente'), values('Toujours là')],
        ['2020-01-01T00:00:00Z', values(null), values(null)],
      ] as const;
      for (const [at, before, after] of changes) {
        await dataSource.query(
          `INSERT INTO correspondent_change (created_at, origin, correspondent_id, kind, actor, role, before, after)
           VALUES ($1, 'ENTERED', $2, 'CHANGED', 'quelqu’un', 'consolidator', $3, $4)`,
          [at, kept, before, after],
        );
      }
      expect(await forgetPersons(dataSource, NOW)).toEqual({ changes: 2, posts: 1 });
      expect(await forgetPersons(dataSource, NOW)).toEqual({ changes: 0, posts: 0 });
      const history: { before: object | null; after: object; actor: string }[] = await dataSource.query(
        'SELECT before, after, actor FROM correspondent_change ORDER BY id',
      );
      expect(history).toEqual([
        { before: null, after: values(null), actor: 'quelqu’un' },
        { before: values(null), after: values(null), actor: 'quelqu’un' },
        { before: values('Récente'), after: values('Toujours là'), actor: 'quelqu’un' },
        { before: values(null), after: values(null), actor: 'quelqu’un' },
      ]);
      const posts: object[] = await dataSource.query('SELECT name, email, is_published FROM correspondent ORDER BY id');
      expect(posts).toEqual([
        { name: 'Toujours là', email: 'a@example.org', is_published: true },
        { name: 'Partie hier', email: 'a@example.org', is_published: true },
        { name: null, email: null, is_published: false },
      ]);
    } finally {
      await dataSource.destroy();
      await database.close();
    }
  });
});
