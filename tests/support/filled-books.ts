import { createDataSource } from '../../subgraphs/kit/postgres';
import { REGIONAL_ENTITIES } from '../../subgraphs/regional';
import { createBookFactories } from './regional-factories';
import { writeSample } from './regional-sample';

/** Books with rows in most tables, a history, and a text that must be quoted. */
export async function fillBooks(url: string): Promise<void> {
  const dataSource = await createDataSource({ url, entities: REGIONAL_ENTITIES, applicationName: 'test' }).initialize();
  const books = createBookFactories(dataSource);
  await writeSample(books);
  await books.buildCoordination();
  await books.buildTerritory();
  await books.buildDeclaration();
  await dataSource.query(`UPDATE desk SET name = name || E'\\t«\\\\N» \n œ'`);
  await dataSource.destroy();
}
