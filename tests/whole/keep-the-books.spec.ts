import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask } from '../support/ask';
import { guideCommands } from '../support/guide-commands';
import { createTemporaryFolder } from '../support/temporary-folder';
import { openTerminal } from '../support/terminal';
import { startWholeHub, type WholeHub } from '../support/whole-hub';

const ROOT = join(__dirname, '..', '..');

/** Bretagne in January 2026, for the coordination of Bretagne, which sees its own figures exactly. */
const QUESTION = `{ consolidation(period: { from: "2026-01", to: "2026-01" }) {
  coverage { desksExpected desksReporting }
  regions { region { code } status figures { hoursDone } } } }`;

interface Answer {
  readonly consolidation: {
    readonly coverage: { readonly desksExpected: number | null; readonly desksReporting: number | null };
    readonly regions: readonly {
      readonly region: { readonly code: string };
      readonly status: string;
      readonly figures: { readonly hoursDone: number } | null;
    }[];
  };
}

describe('a coordination that keeps its books by the commands of the guide', () => {
  const commands = guideCommands('fr', 'tenir-ses-livres.md');
  let hub: WholeHub;
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;

  beforeAll(async () => {
    folder = await createTemporaryFolder();
    // What the guide starts the hub by.
    hub = await startWholeHub('small', { MAILLAGE_DEMONSTRATION: 'none' });
  }, 400_000);
  afterAll(async () => {
    await hub.discard();
    await folder.remove();
  }, 60_000);

  /** A terminal in which `npm link` of the guide was done. */
  const type = async (script: string) => {
    const home = join(folder.path, 'hub');
    const programs = join(folder.path, 'bin');
    for (const path of [home, programs]) await mkdir(path, { recursive: true });
    await symlink(hub.dataDirectory, join(home, '.maillage')).catch(() => undefined);
    await symlink(join(ROOT, 'examples'), join(home, 'examples')).catch(() => undefined);
    const program = join(programs, 'maillage');
    await writeFile(program, `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'cli', 'maillage.js')}' "$@"\n`);
    await chmod(program, 0o755);
    const environment = { PATH: `${programs}:${process.env['PATH'] ?? ''}`, HOME: folder.path, HUB: home };
    const session = openTerminal(script, folder.path, environment);
    return { code: await session.ended, output: session.output() };
  };
  const opening = () => commands.get('livres')?.[0] ?? '';

  it('is told the same commands in English', () => {
    expect(guideCommands('keep-the-books.md')).toEqual(commands);
    expect(commands.get('hub')).toEqual(['MAILLAGE_DEMONSTRATION=none npm start\n']);
  });

  it('comes from empty books to an imported spreadsheet, a declared month and a backup', async () => {
    const { code, output } = await type((commands.get('livres') ?? []).join(''));
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringMatching(/MDE-35 2026-01 : déclaré\nregion_53 : .*lignes.*sauvegarde entière/s) as string,
    });
  }, 180_000);

  it('finds its hours in the figures of the hub, and its month declared', async () => {
    const authorization = `Bearer ${await hub.token('--role', 'coordination', '--region', '53')}`;
    const { data, errors } = await ask<Answer>(hub.url, QUESTION, {}, { authorization });
    expect(errors).toEqual([]);
    expect(data.consolidation.coverage).toEqual({ desksExpected: 1, desksReporting: 1 });
    const own = data.consolidation.regions.find(({ region }) => region.code === '53');
    expect(own).toMatchObject({ status: 'LIVE', figures: { hoursDone: 35.5 } });
  }, 60_000);

  it('is told which hours wait when a month is not complete, and that a month is declared already', async () => {
    const february = await type(`${opening()}maillage declare MDE-35 2026-02 --region 53`);
    expect(february.code).toBe(1);
    expect(february.output).toContain('DECLARATION_HOURS_WAITING');
    const again = await type(`${opening()}maillage declare MDE-35 2026-01 --region 53`);
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining('déjà déclaré') as string });
  }, 120_000);
});
