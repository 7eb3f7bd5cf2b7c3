import type { Caller } from '../../../subgraphs/kit/identity';
import { asCaller, isOf, type Question, referencesOf } from '../../support/mutant-region';
import type { Mutant } from './mutant';

const CONSOLIDATOR: Caller = { role: 'consolidator' };
const SOON = 120;

const now = () => Date.now() / 1_000;
const life = ({ token }: Question) => Number(token?.claims.exp ?? Infinity) - Number(token?.claims.iat ?? 0);
const isEdDsa = ({ token }: Question) => token?.header['alg'] === 'EdDSA';
const isOfHub = ({ token }: Question) => token?.claims.iss === 'maillage-gateway';
const isForRegion = ({ token }: Question) => token?.claims.aud === 'region-53';
const isAlive = (question: Question) => Number(question.token?.claims.exp) > now() && life(question) <= SOON;
const isKnownRole = ({ token }: Question) => ['public', 'consolidator'].includes(String(token?.claims['role']));
const asks = (question: Question, ...types: string[]) =>
  referencesOf(question).some((one) => types.some((type) => isOf(one, type)));
const role = ({ token }: Question) => token?.claims['role'];

/** Lets tokens in that fail in one thing only, and are right in all others. */
const letIn = (when: (question: Question) => boolean) => asCaller((question) => when(question), CONSOLIDATOR);

/** Regions that believe tokens which they must not, or show roles what is not theirs. */
export const IDENTITY_MUTANTS: readonly Mutant[] = [
  {
    does: 'answers whoever asks',
    reason: 'ANSWERED_WITHOUT_TOKEN',
    mutation: letIn(({ token }) => token === undefined),
  },
  {
    does: 'shows its SDL to whoever asks',
    reason: 'ANSWERED_SERVICE_WITHOUT_TOKEN',
    mutation: letIn(({ token, body }) => token === undefined && body.includes('_service')),
  },
  {
    does: 'does not verify signatures',
    reason: 'ANSWERED_FOREIGN_KEY',
    mutation: async (question, way) => {
      const isRight = isOfHub(question) && isForRegion(question) && isAlive(question) && isKnownRole(question);
      return asCaller(() => isRight, { role: role(question) } as Caller)(question, way);
    },
  },
  {
    does: 'leaves the role out of what it verifies',
    reason: 'ANSWERED_ALTERED_TOKEN',
    mutation: async (question, way) => {
      const [header = '', claims = '', signature = ''] = (question.headers['authorization'] ?? '').slice(7).split('.');
      const text = Buffer.from(claims, 'base64url').toString('utf8').replace('"consolidator"', '"public"');
      const verified = [header, Buffer.from(text).toString('base64url'), signature].join('.');
      const isBelieved = role(question) === 'consolidator' && (await way.isSigned(verified));
      return asCaller(() => isBelieved, CONSOLIDATOR)(question, way);
    },
  },
  {
    does: 'believes unsigned tokens',
    reason: 'ANSWERED_UNSIGNED_TOKEN',
    mutation: letIn(({ token }) => token?.header['alg'] === 'none'),
  },
  {
    does: 'believes tokens of HS256',
    reason: 'ANSWERED_HMAC_TOKEN',
    mutation: letIn(({ token }) => token?.header['alg'] === 'HS256'),
  },
  {
    does: 'does not look at the end of tokens',
    reason: 'ANSWERED_EXPIRED_TOKEN',
    mutation: letIn(({ token }) => Number(token?.claims.exp) < now()),
  },
  {
    does: 'believes tokens for as long as they say',
    reason: 'ANSWERED_LONG_TOKEN',
    mutation: letIn((question) => isEdDsa(question) && life(question) > SOON),
  },
  {
    does: 'believes tokens for other subgraphs',
    reason: 'ANSWERED_OTHER_AUDIENCE',
    mutation: letIn((question) => question.token !== undefined && !isForRegion(question)),
  },
  {
    does: 'believes tokens of several audiences',
    reason: 'ANSWERED_OTHER_AUDIENCE',
    mutation: letIn(({ token }) => Array.isArray(token?.claims.aud)),
  },
  {
    does: 'believes other issuers',
    reason: 'ANSWERED_OTHER_ISSUER',
    mutation: letIn((question) => question.token !== undefined && !isOfHub(question)),
  },
  {
    does: 'takes roles that it does not know for the highest',
    reason: 'ANSWERED_UNKNOWN_ROLE',
    mutation: letIn((question) => role(question) === 'superuser'),
  },
  {
    does: 'asks for signatures and does not look at them',
    reason: 'ANSWERED_ALTERED_BODY',
    mutation: async (question, { passOn }) => {
      const isUnsigned = question.headers['signature'] === undefined;
      const { authorization: _, ...headers } = question.headers;
      return isUnsigned ? passOn({ headers }) : passOn();
    },
  },
  {
    does: 'refuses with an answer of status 200',
    reason: 'REFUSAL_NOT_401',
    mutation: async (_, { passOn }) => {
      const reply = await passOn();
      return reply.status === 401 ? { ...reply, status: 200 } : reply;
    },
  },
  {
    does: 'shows the public its figures',
    reason: 'FIGURES_SHOWN_TO_PUBLIC',
    mutation: letIn((question) => role(question) === 'public' && isEdDsa(question) && asks(question, 'Figures')),
  },
  {
    does: 'shows the public its contracts',
    reason: 'CONTRACTS_SHOWN_TO_PUBLIC',
    mutation: letIn((question) => role(question) === 'public' && asks(question, 'ContractPage', 'Contract')),
  },
  {
    does: 'finds contracts for the public by their keys',
    reason: 'CONTRACTS_SHOWN_TO_PUBLIC',
    mutation: letIn((question) => role(question) === 'public' && asks(question, 'Contract')),
  },
  {
    does: 'hides its desks from the public',
    reason: 'DIRECTORY_REFUSED_TO_PUBLIC',
    mutation: async (question, { passOn }) => {
      if (role(question) !== 'public' || !asks(question, 'Directory')) return passOn();
      const refusal = { data: { _entities: [null] }, errors: [{ message: 'Not for the public.' }] };
      return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(refusal) };
    },
  },
  {
    does: 'shows buyers the contracts of others',
    reason: 'OTHER_BUYERS_CONTRACTS_SHOWN',
    mutation: letIn((question) => role(question) === 'buyer' && asks(question, 'ContractPage', 'Contract')),
  },
  {
    does: 'finds contracts of others for a buyer by their keys',
    reason: 'OTHER_BUYERS_CONTRACTS_SHOWN',
    mutation: letIn((question) => role(question) === 'buyer' && asks(question, 'Contract')),
  },
  {
    does: 'shows buyers the figures of all',
    reason: 'OTHER_BUYERS_FIGURES_SHOWN',
    mutation: letIn((question) => role(question) === 'buyer' && asks(question, 'Figures')),
  },
  {
    does: 'shows other regions its contracts',
    reason: 'OTHER_REGION_SEES_CONTRACTS',
    mutation: letIn(
      ({ token, ...question }) =>
        token?.claims['region'] !== undefined &&
        token.claims['region'] !== '53' &&
        asks({ token, ...question }, 'ContractPage'),
    ),
  },
  {
    does: 'refuses its own coordination',
    reason: 'ROLE_REFUSED_OWN',
    mutation: asCaller((question) => role(question) === 'coordination' && question.token?.claims['region'] === '53', {
      role: 'public',
    }),
  },
];
