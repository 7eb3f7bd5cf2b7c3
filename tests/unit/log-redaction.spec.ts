import { QueryFailedError } from 'typeorm';
import { HubError } from '../../subgraphs/kit/errors';
import { scrubText } from '../../subgraphs/kit/log';
import { captureLog } from '../support/captured-log';

const JWT = `eyJhbGciOiJFZERTQSJ9.${Buffer.from('{"sub":"x"}').toString('base64url')}.c2lnbmF0dXJlLWNhbmFyeQ`;

describe('a text in the log', () => {
  it.each([
    ['a bearer token', 'refused: Authorization: Bearer abcdef.123-x~y', 'abcdef'],
    ['a token of basic authentication', 'sent Basic aHVudGVyMjpodW50ZXIy', 'aHVudGVyMj'],
    ['a JWT', `the token ${JWT} has expired`, 'eyJ'],
    ['an unsigned JWT', 'the token eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0. has no signature', 'eyJ'],
    ['the secret of an API key', `the key mlg_3f0c9a1be27d5846_${'hunter-2_'.repeat(4)}hunter2 is`, 'hunter'],
    ['the password of a database URL', 'cannot connect to postgres://hub:hunt/er@2@db:5432/hub', 'er@2'],
    ['the password of another URL', 'GET https://hub:hunter2@region.example/graphql', 'hunter2'],
    ['a password of a connection string', 'host=db user=hub password=hunter2', 'hunter2'],
    ['a key in an address', 'GET /graphql?api_key=hunter2&x=1', 'hunter2'],
    ['an e-mail address', "no person 'zoé.d-upont+x@mairie.quimper.example.fr'", 'upont'],
    ['a social security number with its key', 'nir185057800608436 is taken', '1850578'],
    ['one without its key', 'la personne 2850578006084.', '2850578'],
    ['one in groups', 'n° 1 85 05 78 006 084 36', '006 084'],
    ['one with no-break spaces', 'n° 1\u00A085\u00A005\u00A078\u00A0006\u00A0084', '006'],
    ['one of Corse', '185052A00608436 and 2 85 05 2b 006 084', '006'],
    ['one with an unusual month', '1-85-35-99-100-084', '100-084'],
  ])('never holds %s', (_what, text, secret) => {
    expect(text).toContain(secret);
    const scrubbed = scrubText(text);
    expect(scrubbed).not.toContain(secret);
    expect(scrubbed).toContain('[redacted]');
  });

  it.each([
    'the gateway serves at http://127.0.0.1:4000/graphql?x=1',
    'SIREN 552081317, SIRET 55208131700013, SIRET 18900001100014, commune 2A004',
    'no answer within 1500 ms; 20210228 1700000000000000',
    'at node_modules/@apollo/server/dist/cjs/ApolloServer.js:512:25',
    '{ consolidation(period: {from: "2024-01", to: "2024-12"}) { total { hoursDone } } }',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    '7d444840-9dc0-11d1-b245-5ffdce74fad2',
  ])('keeps "%s"', (text) => expect(scrubText(text)).toBe(text));

  it('is cut when it is very long, and long texts without end are read in no time', () => {
    expect(scrubText('x'.repeat(100_000))).toHaveLength(16_385);
    expect(scrubText('a.'.repeat(50_000)).length).toBeLessThan(20_000);
    expect(scrubText('1 '.repeat(50_000)).length).toBeLessThan(20_000);
  });
});

describe('a line of the log', () => {
  it('never holds the value of a secret name, at any depth, whatever its case', () => {
    const { logger, lines } = captureLog();
    const secrets = { Authorization: 's1', cookie: 's2', 'Set-Cookie': ['s3'], 'X-API-Key': 's4', accessToken: 's5' };
    const more = { DATABASE_URL: 's6', databaseUrl: 's7', NATIONAL_PASSWORD: 's8', password: { is: 's9' }, nir: 10 };
    logger.info({ request: { headers: { ...secrets, accept: 'json' } }, list: [{ deep: [more] }], port: 4000 }, 'seen');
    expect(JSON.stringify(lines())).not.toMatch(/s\d|:10\b/);
    expect(lines()[0]).toMatchObject({
      request: { headers: { Authorization: '[redacted]', accept: 'json' } },
      list: [{ deep: [{ password: '[redacted]' }] }],
      port: 4000,
      msg: 'seen',
    });
  });

  it('keeps the type, code and stack of an error and of its causes, scrubbed', () => {
    const { logger, lines, text } = captureLog();
    const cause = new TypeError('no person zoe@example.fr');
    const error = Object.assign(new Error('lost 185057800608436', { cause }), { code: 'ECONNRESET' });
    logger.error({ err: error, requestId: 'request-1' }, 'masked an error');
    expect(text()).not.toMatch(/zoe@|1850578/);
    const [{ err, ...line } = {}] = lines();
    expect(line).toMatchObject({ requestId: 'request-1', msg: 'masked an error' });
    expect(err).toMatchObject({ type: 'Error', message: 'lost [redacted]', code: 'ECONNRESET' });
    expect(err).toMatchObject({ cause: { type: 'TypeError', message: 'no person [redacted]' } });
    expect((err as { stack: string }).stack).toMatch(/^Error: lost \[redacted\]\n\s+at .*log-redaction\.spec\.ts/);
  });

  it.each<[string, (logger: ReturnType<typeof captureLog>['logger'], error: Error) => void]>([
    ['alone', (logger, error) => logger.error(error)],
    ['without a text of its own', (logger, error) => logger.error({ err: error })],
    ['filled into a text', (logger, error) => logger.error('failed: %s', error.message)],
    ['as the text', (logger, error) => logger.error(error.message)],
    ['under any name', (logger, error) => logger.error({ reason: { error } }, 'failed')],
    ['in a list', (logger, error) => logger.error({ all: new AggregateError([error]) }, 'failed')],
    [
      'in a child logger',
      (logger, error) => logger.child({ of: error.message }).child({ or: error.message }).info('x'),
    ],
  ])('scrubs the message of an error that is logged %s', (_how, log) => {
    const { logger, text, lines } = captureLog();
    log(logger, new Error('zoe@example.fr has 185057800608436'));
    expect(lines()).toHaveLength(1);
    expect(text()).toContain('[redacted] has [redacted]');
    expect(text()).not.toMatch(/zoe@|1850578/);
  });

  it('never quotes rows: neither the parameters of a statement nor what PostgreSQL says of a row', () => {
    const { logger, text } = captureLog();
    const driver = Object.assign(new Error('duplicate key value'), {
      detail: 'Key (name)=(Zoé) exists',
      code: '23505',
    });
    logger.error({ err: new QueryFailedError('SELECT $1', ['Zoé'], driver) }, 'failed');
    expect(text()).not.toContain('Zoé');
    expect(text()).toContain('SELECT $1');
    expect(text()).toContain('23505');
  });

  it('holds the code of a HubError', () => {
    const { logger, lines } = captureLog();
    logger.error({ err: new HubError('SIREN_MALFORMED', 'no', { siren: '1' }) }, 'failed');
    expect(lines()[0]?.['err']).toMatchObject({
      type: 'HubError',
      code: 'SIREN_MALFORMED',
      extensions: { siren: '1' },
    });
  });

  it('takes what no JSON can hold', () => {
    const { logger, lines } = captureLog();
    const ring: Record<string, unknown> = { bytes: Buffer.from('secret'), big: 12n, none: undefined };
    ring['self'] = ring;
    const trap = Object.defineProperty({}, 'x', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    logger.info(
      { ring, trap, when: new Date(0), where: new URL('http://u:p@h/'), map: new Map([['token', 1]]) },
      'odd',
    );
    expect(lines()[0]).toMatchObject({
      ring: { bytes: '[bytes]', big: '12', self: '[circular]' },
      trap: { x: '[unreadable]' },
      when: '1970-01-01T00:00:00.000Z',
      where: 'http://[redacted]@h/',
      map: { token: '[redacted]' },
    });
  });

  it('is not even looked at below the level', () => {
    const { logger, lines } = captureLog('info');
    const read = jest.fn(() => 'x');
    logger.debug(Object.defineProperty({}, 'x', { enumerable: true, get: read }), 'debug');
    expect(lines()).toEqual([]);
    expect(read).not.toHaveBeenCalled();
  });
});
