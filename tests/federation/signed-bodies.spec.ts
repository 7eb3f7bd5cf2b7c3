import type { Intervention } from '../support/answer-forwarder';
import { codesOf } from '../support/ask';
import { spokenIdentity } from '../support/callers';
import { createHubOfTest } from '../support/signed-questions';
import { createTestFederation, type TestFederation } from '../support/test-federation';

const QUESTION = `{ consolidation(period: { from: "2021-01", to: "2021-12" }) {
  total { hoursDone } coverage { answered missing { code status } } regions { region { code } status figures { hoursDone } } } }`;
const MEMBERS = ['06', '53', '94'];

interface Consolidated {
  readonly consolidation: {
    readonly total: { readonly hoursDone: number };
    readonly coverage: { readonly answered: number; readonly missing: readonly { code: string; status: string }[] };
    readonly regions: readonly {
      readonly region: { readonly code: string };
      readonly status: string;
      readonly figures: { readonly hoursDone: number } | null;
    }[];
  };
}

/** Makes a region answer the hours planned where the hours done are asked: wrong, and of the right form. */
const askForPlannedHours: Intervention = ({ body, passOn }) =>
  passOn(body.replaceAll(/\bhoursDone\b/g, 'hoursDone: hoursPlanned'));

describe('a federation in which proxies stand before the regions', () => {
  let federation: TestFederation;
  /** Hours done by the books of each member. */
  let books: Readonly<Record<string, number>>;

  beforeAll(async () => {
    const hub = await createHubOfTest();
    const questionsAt = (publicUrl: string) => hub.questions(publicUrl);
    federation = await createTestFederation(
      {
        '53': { schemaVersion: '2', signsBodies: true, questionsAt },
        '94': { schemaVersion: '2' },
        // Asks for signatures, and the hub was not told.
        '06': { schemaVersion: '2', questionsAt },
      },
      {},
      {
        gateway: { ...spokenIdentity, ...hub.shows },
        tokensFor: hub.tokensFor,
        nationalTokens: hub.tokensFor('national'),
      },
    );
    const rows = await federation.inEveryMember<{ hours: number }>(
      "SELECT sum(hours)::float8 AS hours FROM hour_entry WHERE month BETWEEN '2021-01-01' AND '2021-12-01'",
    );
    books = Object.fromEntries(MEMBERS.map((code, index) => [code, rows[index]?.hours ?? NaN]));
  });
  afterAll(() => federation.close());
  afterEach(() => federation.restore());

  async function consolidate() {
    const answer = await federation.ask<Consolidated>(QUESTION);
    const { total, coverage, regions } = answer.data.consolidation;
    const statuses = Object.fromEntries(
      regions.flatMap(({ region, status }) => (MEMBERS.includes(region.code) ? [[region.code, status]] : [])),
    );
    const missing = coverage.missing.filter(({ code }) => MEMBERS.includes(code));
    const hoursOf = (code: string) => regions.find(({ region }) => region.code === code)?.figures?.hoursDone;
    return { total, missing, answered: coverage.answered, statuses, hoursOf, codes: codesOf(answer) };
  }

  it('counts a region that wants signatures and gets them, and names the one that gets none', async () => {
    const { total, missing, answered, statuses, codes } = await consolidate();
    expect(statuses).toEqual({ '06': 'REFUSED', '53': 'LIVE', '94': 'LIVE' });
    expect([answered, missing]).toEqual([2, [{ code: '06', status: 'REFUSED' }]]);
    expect(total.hoursDone).toBeCloseTo((books['53'] ?? NaN) + (books['94'] ?? NaN), 2);
    expect(codes).toEqual(['REGION_REFUSED']);
  });

  it('leaves out a region whose questions are changed on the way, and no other', async () => {
    federation.member('53').forwarder.intervene(askForPlannedHours);
    const { total, statuses } = await consolidate();
    expect(statuses).toEqual({ '06': 'REFUSED', '53': 'REFUSED', '94': 'LIVE' });
    expect(total.hoursDone).toBeCloseTo(books['94'] ?? NaN, 2);
  });

  it('cannot tell that questions are changed on the way to a region that asks for no signatures', async () => {
    federation.member('94').forwarder.intervene(askForPlannedHours);
    const { statuses, hoursOf } = await consolidate();
    expect(statuses).toMatchObject({ '53': 'LIVE', '94': 'LIVE' });
    expect(hoursOf('53')).toBeCloseTo(books['53'] ?? NaN, 2);
    expect(hoursOf('94')).not.toBeCloseTo(books['94'] ?? NaN, 2);
  });
});
