import { asHubError, HubError } from '../kit/errors';
import { isMonth } from '../kit/months';
import { createDataSource } from '../kit/postgres';
import { tellLauncher } from '../kit/process';
import { withinBooks } from './bookkeeping';
import { DeclarationEntity, declareMonth } from './modules/declaration';
import { DeskEntity } from './modules/desk';
import { REGIONAL_ENTITIES } from './regional-entities';
import { readRegionsFile } from './regions-file';

/**
 * Declares a month of the desk with that reference, as the desk would by the own API of its region: under the same
 * row-level security and the same rules. REGIONS_FILE and REGION say where the books are.
 */
async function main([desk, month]: readonly string[], { REGIONS_FILE, REGION }: NodeJS.ProcessEnv): Promise<void> {
  if (!REGIONS_FILE || !REGION || desk === undefined || month === undefined || !isMonth(month))
    throw new HubError(
      'CONFIG_INVALID',
      'Give region, desk (its reference) and month (YYYY-MM), such as 53, MDE-35, 2026-01.',
    );
  const url = (await readRegionsFile(REGIONS_FILE)).find(({ code }) => code === REGION)?.databaseUrl;
  if (url === undefined) throw new HubError('CONFIG_INVALID', `The regions file names no region ${REGION}.`);
  const dataSource = createDataSource({
    url,
    entities: REGIONAL_ENTITIES,
    poolSize: 1,
    applicationName: 'maillage-declare',
  });
  await dataSource.initialize();
  try {
    const found = await dataSource.getRepository(DeskEntity).findOneBy({ reference: desk });
    if (found === null)
      throw new HubError('DECLARATION_DESK_UNKNOWN', `Aucun guichet ${desk} dans les livres de la région ${REGION}.`);
    const actor = { subject: 'maillage declare', role: 'desk', desk: found.id } as const;
    const outcome = await withinBooks(dataSource, actor, async (books) => {
      const current = await books
        .getRepository(DeclarationEntity)
        .findOneBy({ deskId: found.id, month: `${month}-01` });
      const today = new Date().toISOString().slice(0, 10);
      return declareMonth(books, { deskId: found.id, month, version: current?.version ?? null, today });
    });
    if (outcome.kind === 'refused') throw new HubError(outcome.code, outcome.message);
    if (outcome.kind === 'conflict') throw new Error(`${desk} ${month} was declared at the same moment: ask again.`);
    tellLauncher({ kind: 'finished', summary: { isNew: outcome.isNew ? 1 : 0 } });
  } finally {
    await dataSource.destroy();
  }
  if (process.connected) process.disconnect();
}

main(process.argv.slice(2), process.env).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  tellLauncher({ kind: 'failed', code: asHubError(error)?.code ?? 'INTERNAL_SERVER_ERROR', message });
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
  if (process.connected) process.disconnect();
});
