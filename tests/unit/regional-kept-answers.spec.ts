import { encodeScope, type FiguresScope } from '../../subgraphs/kit/scope';
import { createFiguresLoader } from '../../subgraphs/regional/modules/figures';
import { type BookReader, createUnchangedAnswers } from '../../subgraphs/regional/snapshot';
import { type Visibility, visibilityKey } from '../../subgraphs/regional/visibility';

const SCOPE: FiguresScope = {
  kind: 'FIGURES',
  from: '2021-01',
  to: '2021-12',
  filter: {},
  by: [],
  membership: { version: 1, expected: ['53'], asked: ['53'] },
};

/** Books in which nothing is ever written: one SIREN per visibility, named after what is seen. */
function unchangingBooks() {
  const asked: string[] = [];
  const readerOf = (visibility: Visibility): BookReader => {
    const sees = visibilityKey(visibility);
    return {
      sees,
      read: (read) =>
        read({
          asOf: new Date(0),
          state: 'unchanged',
          query: <Row>() => {
            asked.push(sees);
            return Promise.resolve([{ identifier: sees }] as Row[]);
          },
          repository: () => {
            throw new Error('Figures are read by SQL');
          },
        }),
    };
  };
  return { asked, readerOf };
}

describe('answers kept while the books do not change', () => {
  it('are given to those who see the same rows, and to nobody else', async () => {
    const { asked, readerOf } = unchangingBooks();
    const unchanged = createUnchangedAnswers(10);
    const question = {
      region: '53',
      scope: SCOPE,
      encodedScope: encodeScope(SCOPE),
      reads: 'rows',
      isAdditive: false,
    } as const;
    const askAs = (visibility: Visibility) =>
      createFiguresLoader(readerOf(visibility), unchanged).load(question, 'buyerSirens');
    const callers: Visibility[] = [
      { kind: 'books' },
      { kind: 'buyer', sirens: ['552081317'] },
      { kind: 'buyer', sirens: ['552081317', '356000000'] },
    ];
    for (const visibility of [...callers, ...callers])
      expect(await askAs(visibility)).toEqual([visibilityKey(visibility)]);
    expect(await askAs({ kind: 'buyer', sirens: ['356000000', '552081317'] })).toEqual(['buyer:356000000,552081317']);
    expect(asked).toEqual(callers.map(visibilityKey));
  });
});
