import { parse } from 'vcard4';
import { type Post, postsCsv, postsVcard } from '../../cli/directory';
import { readSheet } from '../../subgraphs/national/modules/correspondent/correspondent-csv';

const post = (overrides: Partial<Post>): Post => ({
  id: '0a8c2f6e-6c1e-4b5e-9a55-0f3f3f5b8a11',
  level: 'REGION',
  region: { code: '53', name: 'Bretagne' },
  departements: [],
  name: 'Anaïs Le Goff',
  function: 'Coordinatrice; référente, clauses',
  organisation: '=Clauses "Bretagne"',
  email: 'a.legoff@example.org',
  phone: '+33 2 99 00 00 53',
  validFrom: '2024-01-01',
  validTo: null,
  confirmedOn: '2026-01-05',
  isPublished: true,
  needsConfirmation: false,
  ...overrides,
});
const POSTS = [
  post({}),
  post({
    level: 'DEPARTEMENT',
    departements: ['22', '29'],
    name: null,
    email: null,
    phone: null,
    isPublished: false,
    validTo: '2027-12-31',
  }),
  post({ level: 'NATIONAL', region: null, function: 'Chargée de mission', organisation: 'Association' }),
];

describe('the directory of correspondents', () => {
  it('is exported as a sheet that an import reads as the same posts, and no cell of which is a formula', () => {
    const csv = postsCsv(POSTS);
    expect(csv).not.toMatch(/(?:^|[;\n])[=+@-]/m);
    const { lines, problems } = readSheet(csv, '2026-11-25');
    expect(problems).toEqual([]);
    expect(lines.map(({ post: read, isPublished }) => ({ ...read, isPublished }))).toEqual(
      POSTS.map(
        ({
          region,
          departements,
          name,
          function: role,
          organisation,
          email,
          phone,
          validFrom,
          validTo,
          isPublished,
        }) => ({
          region: region?.code ?? null,
          departements,
          name,
          function: role,
          organisation,
          email: email ?? undefined,
          phone: phone ?? undefined,
          validFrom,
          validTo,
          isPublished,
        }),
      ),
    );
  });

  it('is exported as a vCard of every post that is filled, its texts escaped', () => {
    const cards = postsVcard(POSTS).split(/(?<=END:VCARD\r\n)/);
    expect(cards).toHaveLength(2);
    for (const card of cards) expect(() => parse(card)).not.toThrow();
    expect(cards[0]?.replaceAll(/\r\n /g, '')).toContain('TITLE:Coordinatrice\\; référente\\, clauses');
    expect(cards[0]).toContain('TEL:+33 2 99 00 00 53');
  });
});
