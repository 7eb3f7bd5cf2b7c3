import { areaNamed, geography, readCogRegions } from '../../../subgraphs/kit/cog';
import { REGIONS } from '../../../subgraphs/kit/regions';
import { createGatewayClient } from '../../../cli/client';
import { contactOfSite, readDirectory } from '../../../cli/sites';
import { contactsOfArea, coverageReport } from '../../../subgraphs/kit/territories';
import { ask, hub, mapLayer } from './the-hub';

const AREA = `query ($code: String!) { areaContact(code: $code) { communeCount population coverage { isComplete }
  desks { desk { id } communeCount population } facilitators { email } whiteZones { communeCode } whitePopulation
  coordinators { departement coordinator { email } } } }`;

interface AreaAnswer {
  readonly areaContact: {
    readonly communeCount: number;
    readonly population: number;
    readonly coverage: { readonly isComplete: boolean };
    readonly desks: readonly {
      readonly desk: { readonly id: string };
      readonly communeCount: number;
      readonly population: number;
    }[];
    readonly facilitators: readonly { readonly email: string }[];
    readonly whiteZones: readonly { readonly communeCode: string }[];
    readonly coordinators: readonly {
      readonly departement: string;
      readonly coordinator: { readonly email: string } | null;
    }[];
  };
}

/**
 * Areas by the API, which asks the regions commune by commune, against the directory as a whole, of which every commune was recounted.
 * Some of every kind and the EPCIs of two regions; MAILLAGE_WALK=all asks for all 1,356.
 */
async function expectAreas(directory: Awaited<ReturnType<typeof readDirectory>>): Promise<void> {
  const { departements, epcis } = geography();
  const all = [...departements(), ...epcis()];
  const isOfSeveral = (code: string) => new Set(areaNamed(code)?.communes.map(({ region }) => region)).size > 1;
  const isSample = ({ code }: { code: string }, index: number) => index % 60 === 0 || isOfSeveral(code);
  const areas = process.env['MAILLAGE_WALK'] === 'all' ? all : all.filter(isSample);
  const wrong: string[] = [];
  for (const { code } of areas) {
    const { data, errors } = await ask<AreaAnswer>(hub.url, AREA, { code });
    const area = areaNamed(code);
    if (area === undefined) throw new Error(`no area ${code}`);
    const expected = contactsOfArea(area, directory);
    const { desks, whiteZones, facilitators, coverage, coordinators, communeCount } = data.areaContact;
    const sizes = (list: readonly (readonly [string, number, number])[]) =>
      list
        .map((size) => size.join(' '))
        .sort()
        .join();
    const isRight =
      errors.length === 0 &&
      coverage.isComplete &&
      communeCount === expected.communes &&
      sizes(desks.map(({ desk, communeCount, population }) => [desk.id, communeCount, population])) ===
        sizes(expected.desks.map(({ desk, communes, population }) => [desk.id, communes, population])) &&
      whiteZones.map(({ communeCode }) => communeCode).join() ===
        expected.whiteZones
          .map((commune) => commune.code)
          .sort()
          .join() &&
      facilitators.length === expected.desks.flatMap(({ desk }) => desk.facilitators ?? []).length &&
      coordinators.every(
        ({ departement, coordinator }) => coordinator?.email === expected.coordinators.get(departement)?.email,
      );
    if (!isRight) wrong.push(code);
  }
  expect(wrong).toEqual([]);
}

/** Whom to call, everywhere. */
export function describePlaces(): void {
  describe('whom to call in the whole hub', () => {
    it('knows whom to call for the chief town of every region', async () => {
      for (const { code, chefLieu } of readCogRegions().filter(({ zone }) => zone !== 'com')) {
        const { data, errors } = await ask<{
          localContact: {
            status: string;
            isWhiteZone: boolean;
            desk: { name: string } | null;
            coordinator: { name: string };
            region: { code: string };
          };
        }>(
          hub.url,
          'query ($commune: CommuneCode!) { localContact(commune: $commune) { status isWhiteZone desk { name } facilitators { name email } coordinator { name email } region { code } } }',
          { commune: chefLieu },
        );
        expect(errors).toEqual([]);
        const { localContact } = data;
        expect(localContact).toMatchObject({ status: 'LIVE', region: { code } });
        expect(localContact.isWhiteZone).toBe(localContact.desk === null);
        expect(localContact.coordinator.name).toContain('démonstration');
      }
    });

    it('resolves every commune of the 18 regions to the desks of the books, or to a named white zone with a coordinator', async () => {
      const communes = geography().communes();
      expect(communes.length).toBeGreaterThan(34_800);
      // Recounted by SQL over the territories, without any code of the hub.
      const recounted = await hub.inEveryRegion<{ code: string; desks: string[] | null }>(
        `SELECT c.code, array_agg(DISTINCT t.desk_id::text ORDER BY t.desk_id::text) FILTER (WHERE t.desk_id IS NOT NULL) AS desks
         FROM unnest($1::text[], $2::text[], $3::text[]) c (code, epci, departement)
         LEFT JOIN (SELECT t.kind, t.code, t.desk_id FROM desk_territory t JOIN desk d ON d.id = t.desk_id
           WHERE d.opened_on <= current_date AND (d.closed_on IS NULL OR d.closed_on > current_date)) t
           ON t.code IN (c.code, c.epci, c.departement) AND (t.kind, t.code) IN (('COMMUNE', c.code), ('EPCI', c.epci), ('DEPARTEMENT', c.departement))
        GROUP BY c.code`,
        [
          communes.map(({ code }) => code),
          communes.map(({ epci }) => epci),
          communes.map(({ departement }) => departement),
        ],
      );
      const desksOf = new Map(
        [...recounted].map(([region, rows]) => [region, new Map(rows.map(({ code, desks }) => [code, desks ?? []]))]),
      );
      const token = await hub.token('--role', 'buyer', '--siren', '552081317');
      const directory = await readDirectory(createGatewayClient(hub.url, token));
      const wrong: string[] = [];
      let white = 0;
      for (const commune of communes) {
        const contact = contactOfSite({ code: commune.code, postalCode: '', name: '' }, directory);
        const expected = desksOf.get(commune.region)?.get(commune.code) ?? [];
        const desks = contact.kind === 'DESK' ? contact.desks.map(({ desk }) => desk.id) : [];
        const isRight =
          desks.length === expected.length && expected.every((id) => desks.includes(`${commune.region}-${id}`));
        const isNamed = 'coordinator' in contact && contact.coordinator !== null;
        if (contact.kind === 'WHITE_ZONE') white += 1;
        if (!isRight || !isNamed) wrong.push(`${commune.code}: ${contact.kind}`);
      }
      expect(wrong).toEqual([]);
      expect(white).toBeGreaterThan(0);
      const { whiteZones, byRegion } = coverageReport(directory);
      expect(whiteZones).toHaveLength(white);
      expect([...byRegion.values()].reduce((sum, region) => sum + (region?.communes ?? 0), 0)).toBe(communes.length);
      await expectAreas(directory);
      // The map, drawn in the gateway's own thread, shows these white zones and every territory of the books.
      const zones = await mapLayer('white-zones');
      expect(zones.features.map(({ properties }) => properties['code'])).toEqual(
        whiteZones.map(({ commune }) => commune.code),
      );
      const territories = await hub.inEveryRegion<{ id: string }>(
        `SELECT t.desk_id || '-' || t.kind || '-' || t.code AS id FROM desk_territory t JOIN desk d ON d.id = t.desk_id
        WHERE d.opened_on <= current_date AND (d.closed_on IS NULL OR d.closed_on > current_date)`,
      );
      const drawn = (await mapLayer('territories')).features.map(({ id }) => id).sort();
      expect(drawn).toEqual(
        [...territories].flatMap(([region, rows]) => rows.map(({ id }) => `${region}-${id}`)).sort(),
      );
    }, 120_000);

    it('finds a white zone where no desk covers a commune, and says so', async () => {
      const covered = await hub.inEveryRegion<{ kind: string; code: string }>(
        `SELECT t.kind, t.code FROM desk_territory t JOIN desk d ON d.id = t.desk_id
        WHERE d.opened_on <= current_date AND (d.closed_on IS NULL OR d.closed_on > current_date)`,
      );
      const isCovered = new Set([...covered.values()].flat().map(({ kind, code }) => `${kind} ${code}`));
      const white = geography()
        .communes()
        .find(
          (commune) =>
            ![`COMMUNE ${commune.code}`, `EPCI ${commune.epci}`, `DEPARTEMENT ${commune.departement}`].some((place) =>
              isCovered.has(place),
            ),
        );
      const { data } = await ask(
        hub.url,
        `{ localContact(commune: "${white?.code}") { status isWhiteZone desk { name } coordinator { name } } }`,
      );
      expect(data).toMatchObject({
        localContact: {
          status: 'LIVE',
          isWhiteZone: true,
          desk: null,
          coordinator: { name: expect.any(String) as string },
        },
      });
    });

    it('lists the desks of every region, each marked as a demonstration row', async () => {
      const { data, errors } = await ask<{
        regions: { code: string; status: string; network: { desks: { name: string; isDemonstration: boolean }[] } }[];
      }>(
        hub.url,
        '{ regions { code name status network { desks { name hostType isDemonstration territories { code name } facilitators { name } } } } }',
      );
      expect(errors).toEqual([]);
      expect(data.regions.map((region) => region.status)).toEqual(REGIONS.map(() => 'LIVE'));
      const desks = data.regions.flatMap((region) => region.network.desks);
      expect(desks.length).toBe(369);
      expect(desks.every((desk) => desk.isDemonstration)).toBe(true);
    });
  });
}
