import { type Answer, ask as askAnyone } from '../../support/ask';
import { startWholeHub, type WholeHub } from '../../support/whole-hub';

/** The published national figures of 2021 (achatpublic.info, September 2023), which the demonstration rebuilds. */
export const PUBLISHED = {
  hoursDone: 25_124_684,
  fullTimeEquivalents: 15_703,
  workContracts: 75_194,
  participants: 57_231,
  buyers: 3_576,
  contracts: 58_454,
};

/** The year of these figures. */
export const PERIOD = 'period: { from: "2021-01", to: "2021-12" }';

/** What is asked of a consolidation. */
export interface Consolidation {
  readonly total: Readonly<Record<string, number | null>> | null;
  readonly coverage: {
    readonly expected: number;
    readonly answered: number;
    readonly isComplete: boolean;
    readonly missing: readonly { readonly code: string; readonly status: string }[];
  };
  readonly regions: readonly {
    readonly region: { readonly code: string };
    readonly status: string;
    readonly figures: Readonly<Record<string, number | null>> | null;
  }[];
  readonly isDemonstration: boolean | null;
}

/** The one hub of these tests; started before the first of them. */
export let hub: WholeHub;
let headers: Readonly<Record<string, string>>;

/** Asks as the national association does. */
export function ask<Data>(url: string, query: string, variables = {}): Promise<Answer<Data>> {
  return askAnyone<Data>(url, query, variables, headers);
}

/** Starts it before the first test of a file and takes it away after the last. */
export function useWholeHub(): void {
  beforeAll(async () => {
    hub = await startWholeHub('full');
    headers = { authorization: `Bearer ${await hub.token('--role', 'consolidator')}` };
  }, 400_000);
  afterAll(() => hub.discard(), 60_000);
}

/** Asks for a consolidation. */
export async function consolidation(selection: string, given = PERIOD) {
  return ask<{ consolidation: Consolidation }>(hub.url, `{ consolidation(${given}) { ${selection} } }`);
}

/** Everything of a coverage. */
export const COVERAGE = 'coverage { expected answered isComplete missing { code status } }';

/** Hours of one period in the books, in hundredths, summed by SQL without any code of the hub. */
export async function hoursInBooks(
  condition = 'true',
  from = '2021-01-01',
  to = '2021-12-31',
): Promise<Map<string, number>> {
  const rows = await hub.inEveryRegion<{ hundredths: string | null }>(
    `SELECT (sum(h.hours) * 100)::bigint AS hundredths
       FROM hour_entry h
       JOIN work_contract w ON w.id = h.work_contract_id
       JOIN lot l ON l.id = w.lot_id
       JOIN contract c ON c.id = l.contract_id
       JOIN buyer b ON b.id = c.buyer_id
      WHERE h.month BETWEEN DATE '${from}' AND DATE '${to}' AND h.state = 'VALIDATED' AND ${condition}`,
  );
  return new Map([...rows].map(([code, [row]]) => [code, Number(row?.hundredths ?? 0)]));
}

/** A layer of the map. */
export interface MapLayer {
  readonly coverage: object;
  readonly features: readonly { readonly id: string; readonly properties: Readonly<Record<string, unknown>> }[];
}

/** Reads a layer as anybody does. */
export async function mapLayer(name: string): Promise<MapLayer> {
  const answer = await fetch(new URL(`/map/v1/${name}.geojson`, hub.url));
  expect(answer.status).toBe(200);
  return (await answer.json()) as MapLayer;
}
