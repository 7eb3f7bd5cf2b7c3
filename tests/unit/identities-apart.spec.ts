import fc from 'fast-check';
import { collapseIdentical, createQuestion, type SubgraphClient } from '../../gateway/data-source';
import { createGatewayContext } from '../../gateway/request-context';
import {
  type Caller,
  callerKey,
  createHubTokenSigner,
  makeSigningKey,
  parseSigningKey,
} from '../../subgraphs/kit/identity';

const SIRENS = ['552081317', '732829320', '130025265'];
const CALLERS: fc.Arbitrary<Caller> = fc.oneof(
  fc.constantFrom<Caller>(
    { role: 'public' },
    { role: 'consolidator' },
    { role: 'approver' },
    { role: 'administrator' },
    { role: 'auditor' },
  ),
  fc.constantFrom('11', '53').map((region): Caller => ({ role: 'coordination', region })),
  fc
    .record({ region: fc.constantFrom('11', '53'), local: fc.integer({ min: 1, max: 3 }) })
    .map(({ region, local }): Caller => ({ role: 'desk', region, desk: `${region}-${local}` })),
  fc
    .array(fc.constantFrom(...SIRENS), { minLength: 1, maxLength: 4 })
    .map((sirens): Caller => ({ role: 'buyer', sirens })),
);

/** What a caller may see, written without the code under test. */
function rightsOf(caller: Caller): string {
  return JSON.stringify('sirens' in caller ? { ...caller, sirens: [...new Set(caller.sirens)].sort() } : caller);
}

describe('callers', () => {
  it('have the same key exactly if they have the same rights', () => {
    fc.assert(
      fc.property(CALLERS, CALLERS, (left, right) => {
        expect(callerKey(left) === callerKey(right)).toBe(rightsOf(left) === rightsOf(right));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never share an answer under way with callers of other rights, and do with their like', async () => {
    const asks = fc.array(fc.record({ caller: CALLERS, n: fc.integer({ min: 0, max: 2 }) }), {
      minLength: 2,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(asks, async (questions) => {
        const asked: string[] = [];
        const inner: SubgraphClient = {
          async ask({ identityKey, body }) {
            asked.push(`${identityKey} ${body}`);
            await new Promise((resolve) => setImmediate(resolve));
            return { status: 'success', value: { data: { identityKey }, errors: [], isDemonstration: false } };
          },
        };
        const client = collapseIdentical(inner);
        const answers = await Promise.all(
          questions.map(({ caller, n }) => {
            const { identityKey } = createGatewayContext('r', undefined, caller);
            // The same headers for all: the identity alone has to keep them apart.
            const headers = { authorization: 'Bearer same.for.all' };
            const query = 'query($n: Int) { ping(n: $n) }';
            return client.ask(
              createQuestion({ query, operationName: undefined, variables: { n }, headers, identityKey }),
            );
          }),
        );
        answers.forEach((answer, index) => {
          const caller = questions[index]?.caller ?? { role: 'public' };
          expect(answer).toMatchObject({ value: { data: { identityKey: callerKey(caller) } } });
        });
        const distinct = new Set(questions.map(({ caller, n }) => `${rightsOf(caller)} ${n}`));
        expect(asked).toHaveLength(distinct.size);
      }),
      { numRuns: 300 },
    );
  });

  it('share a token of the gateway only with their like', async () => {
    const { privateKey } = await makeSigningKey();
    const signer = createHubTokenSigner(parseSigningKey(JSON.stringify(privateKey), 'test'));
    await fc.assert(
      fc.asyncProperty(CALLERS, CALLERS, async (left, right) => {
        const [first, second] = await Promise.all(
          [left, right].map((caller) => signer.tokenFor({ audience: 'region-53', caller })),
        );
        expect(first === second).toBe(rightsOf(left) === rightsOf(right));
      }),
      { numRuns: 500 },
    );
  });
});
