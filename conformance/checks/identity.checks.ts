import { expect, NotRun, type ReasonCode } from '../report';
import { isJson, type Session } from '../session';
import type { Check, CheckGroup } from './check';

/** Seconds by which a token ended long enough ago for any tolerance of clocks. */
const LONG_AGO = 3_600;

/** A question for something that everybody may see: only the token can be the reason to refuse it. */
function publicQuestion({ region, typeOf }: Session): string {
  const type = typeOf('ShardNetwork');
  return JSON.stringify({
    query: `query ($references: [_Any!]!) { _entities(representations: $references) { ... on ${type} { region } } }`,
    variables: { references: [{ __typename: type, region: region.code }] },
  });
}

const SERVICE_QUESTION = JSON.stringify({ query: '{ _service { sdl } }' });

/** Fails with the reason when the question is answered, and with REFUSAL_NOT_401 when it is refused in another way. */
async function expectRefusal(
  session: Session,
  token: string | undefined,
  refusal: { readonly reason: ReasonCode; readonly what: string; readonly body?: string },
): Promise<void> {
  const { reason, what, body = publicQuestion(session) } = refusal;
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { status, json } = await session.send({ body, headers });
  const isAnswered =
    isJson(json) && isJson(json['data']) && Object.values(json['data']).some((value) => value !== null);
  expect(!isAnswered, reason, `A request ${what} was answered.`);
  const isRefused = status === 401 || status === 403;
  expect(isRefused, 'REFUSAL_NOT_401', `A request ${what} got status ${status}; it must be 401.`);
}

/** That a region which asks for signatures holds them against what arrives. Throws NOT_GIVEN for one that does not. */
async function checkSignedBodies(session: Session): Promise<void> {
  const headers = { authorization: `Bearer ${await session.tokens.good({ role: 'public' })}` };
  const body = publicQuestion(session);
  const { status } = await session.send({ body, headers, signed: null });
  const isAsked = status === 401 || status === 403;
  if (!isAsked) throw new NotRun('NOT_GIVEN', 'It answers questions that are not signed: it asks for no signature.');
  const altered = await session.send({ body, headers, signed: SERVICE_QUESTION });
  const isAnswered = isJson(altered.json) && isJson(altered.json['data']);
  expect(!isAnswered, 'ANSWERED_ALTERED_BODY', 'A question with the signature of another one was answered.');
}

/** A check that tokens which differ from a good one are refused. */
function refusing(
  check: Pick<Check, 'name' | 'title' | 'needs'> & { readonly reason: ReasonCode },
  tokens: Readonly<Record<string, (session: Session) => string | Promise<string>>>,
): Check {
  const { name, title, needs, reason } = check;
  return {
    name,
    title,
    needs,
    run: async (session) => {
      for (const [what, make] of Object.entries(tokens)) {
        await expectRefusal(session, await make(session), { reason, what });
      }
    },
  };
}

/** That nobody but the gateway is answered, whatever token is shown. */
export const identityChecks: CheckGroup = {
  name: 'identity',
  needs: ['endpoint.answers'],
  checks: [
    {
      name: 'token',
      title: 'refuses a question without a token',
      run: (session) =>
        expectRefusal(session, undefined, { reason: 'ANSWERED_WITHOUT_TOKEN', what: 'without any token' }),
    },
    {
      name: 'service',
      title: 'refuses _service without a token, too',
      needs: ['identity.token'],
      run: (session) =>
        expectRefusal(session, undefined, {
          reason: 'ANSWERED_SERVICE_WITHOUT_TOKEN',
          what: 'for _service without any token',
          body: SERVICE_QUESTION,
        }),
    },
    refusing(
      {
        name: 'key',
        title: 'refuses a token that another key has signed',
        needs: ['identity.token'],
        reason: 'ANSWERED_FOREIGN_KEY',
      },
      { "signed by a key that is not the hub's": ({ tokens }) => tokens.ofForeignKey() },
    ),
    refusing(
      {
        name: 'altered',
        title: 'refuses a token that was changed after it was signed',
        needs: ['identity.key'],
        reason: 'ANSWERED_ALTERED_TOKEN',
      },
      { 'with a role that was changed after signing': ({ tokens }) => tokens.altered() },
    ),
    refusing(
      {
        name: 'unsigned',
        title: 'refuses a token of algorithm "none"',
        needs: ['identity.key'],
        reason: 'ANSWERED_UNSIGNED_TOKEN',
      },
      { 'with a token of algorithm "none"': ({ tokens }) => tokens.unsigned() },
    ),
    refusing(
      {
        name: 'hmac',
        title: 'refuses a token of algorithm HS256 made with the public key',
        needs: ['identity.key'],
        reason: 'ANSWERED_HMAC_TOKEN',
      },
      { 'with a token of HS256 whose secret is the public key': ({ tokens }) => tokens.hmac() },
    ),
    refusing(
      {
        name: 'expired',
        title: 'refuses a token that has ended',
        needs: ['identity.token'],
        reason: 'ANSWERED_EXPIRED_TOKEN',
      },
      { 'with a token that ended an hour ago': ({ tokens }) => tokens.differing({ issuedAt: -LONG_AGO }) },
    ),
    refusing(
      {
        name: 'life',
        title: 'refuses a token that lives longer than 60 seconds, or has no end',
        needs: ['identity.expired'],
        reason: 'ANSWERED_LONG_TOKEN',
      },
      {
        'with a token that lives an hour': ({ tokens }) => tokens.differing({ life: LONG_AGO }),
        'with a token that has no end': ({ tokens }) => tokens.differing({ life: null }),
      },
    ),
    refusing(
      {
        name: 'audience',
        title: 'refuses a token for another subgraph, and one for several',
        needs: ['identity.token'],
        reason: 'ANSWERED_OTHER_AUDIENCE',
      },
      {
        'with a token for another subgraph': ({ tokens, region }) =>
          tokens.differing({ audience: `${region.subgraph}-of-nobody` }),
        'with a token for two subgraphs': ({ tokens, region }) =>
          tokens.differing({ audience: [region.subgraph, `${region.subgraph}-of-nobody`] }),
      },
    ),
    refusing(
      {
        name: 'issuer',
        title: 'refuses a token of another issuer',
        needs: ['identity.token'],
        reason: 'ANSWERED_OTHER_ISSUER',
      },
      { 'with a token of another issuer': ({ tokens }) => tokens.differing({ issuer: 'somebody-else' }) },
    ),
    refusing(
      {
        name: 'role',
        title: 'refuses a token whose claims are not those of a role',
        needs: ['identity.token'],
        reason: 'ANSWERED_UNKNOWN_ROLE',
      },
      {
        'with a role that the hub does not have': ({ tokens }) => tokens.differing({ claims: { role: 'superuser' } }),
        'of a buyer without a SIREN': ({ tokens }) => tokens.differing({ claims: { role: 'buyer' } }),
      },
    ),
    {
      name: 'signed-body',
      title: 'refuses a question whose signature is that of another one, if it asks for signatures',
      isRequired: false,
      needs: ['identity.token'],
      run: checkSignedBodies,
    },
  ],
};
