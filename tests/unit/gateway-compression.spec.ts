import { Readable } from 'node:stream';
import { brotliCompressSync, createBrotliCompress, createGzip, deflateSync, gzipSync } from 'node:zlib';
import { createSubgraphTransport } from '../../gateway/data-source';
import { startHttpServer, type TestServer } from '../support/gateway-servers';

const LIMIT = 10_000;
const GOOD = { data: { ping: 'é'.repeat(2_000) } };
const TEXT = Buffer.from(JSON.stringify(GOOD));

let opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const { close } of opened) await close();
  opened = [];
});

/** Asks a server that sends this body under this encoding. */
async function read(encoding: string | undefined, body: Buffer | (() => Readable)) {
  const accepted: (string | string[] | undefined)[] = [];
  let sent: Readable | undefined;
  const server: TestServer = await startHttpServer((request, response) => {
    accepted.push(request.headers['accept-encoding']);
    response.writeHead(200, {
      'content-type': 'application/json',
      ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
    });
    if (typeof body !== 'function') return response.end(body);
    sent = body();
    response.on('close', () => sent?.destroy());
    return sent.pipe(response);
  });
  const config = { url: server.url, deadlineMilliseconds: 50_000, bodyLimitBytes: LIMIT, connections: 1 };
  const transport = createSubgraphTransport(config);
  opened.push(transport, server);
  const outcome = await transport.post({ body: '{}', headers: {}, isRepeatable: true });
  if (outcome.status === 'success') return { body: outcome.value.body, accepted, sent };
  return { failure: `${outcome.failure}: ${outcome.reason}`, accepted, sent };
}

/** The same bytes again and again, until somebody stops it. */
const endless = (bytes: Buffer) =>
  Readable.from(
    (function* () {
      for (;;) yield bytes;
    })(),
    { objectMode: false },
  );

describe('a body that a region sends', () => {
  it.each<[string, string | undefined, Buffer]>([
    ['plain', undefined, TEXT],
    ['as identity', 'identity', TEXT],
    ['in gzip', 'gzip', gzipSync(TEXT)],
    ['in gzip, by its other names', 'X-GZIP', gzipSync(TEXT)],
    ['in br', 'br', brotliCompressSync(TEXT)],
  ])('%s is read', async (_how, encoding, bytes) => {
    const { body, accepted } = await read(encoding, bytes);
    expect(body).toEqual(GOOD);
    expect(accepted).toEqual(['gzip, br']);
  });

  it.each<[string, string, Buffer, string]>([
    ['in an encoding that was not asked for', 'deflate', deflateSync(TEXT), 'not asked for'],
    ['encoded twice', 'gzip, gzip', gzipSync(gzipSync(TEXT)), 'not asked for'],
    ['that is not the gzip it says', 'gzip', TEXT, 'Z_DATA_ERROR'],
    ['that is not the br it says', 'br', TEXT, 'ERR_'],
    ['whose gzip is cut short', 'gzip', gzipSync(TEXT).subarray(0, 30), 'Z_BUF_ERROR'],
    ['whose br is cut short', 'br', brotliCompressSync(TEXT).subarray(0, 20), 'Z_BUF_ERROR'],
    ['that inflates beyond the limit in gzip', 'gzip', gzipSync(Buffer.alloc(50_000_000, 32)), `${LIMIT} bytes`],
    ['that inflates beyond the limit in br', 'br', brotliCompressSync(Buffer.alloc(5_000_000, 32)), `${LIMIT} bytes`],
    ['whose inside is gzip again', 'gzip', gzipSync(gzipSync(TEXT)), 'not UTF-8'],
  ])('%s is INVALID', async (_how, encoding, bytes, reason) => {
    const { failure } = await read(encoding, bytes);
    expect(failure).toMatch(/^INVALID: /);
    expect(failure).toContain(reason);
  });

  // Each of them never ends: the test only passes if the reading stops by itself.
  it.each<[string, string | undefined, () => Readable]>([
    ['plain', undefined, () => endless(Buffer.alloc(16_384, 32))],
    ['in gzip', 'gzip', () => endless(Buffer.alloc(65_536, 32)).pipe(createGzip())],
    ['in br', 'br', () => endless(Buffer.alloc(65_536, 32)).pipe(createBrotliCompress())],
    ['in gzip that inflates to nothing', 'gzip', () => endless(gzipSync(''))],
  ])('%s without an end is stopped at the limit', async (_how, encoding, body) => {
    const { failure } = await read(encoding, body);
    expect(failure).toMatch(/^INVALID: the (?:encoded )?body exceeds 10000 bytes$/);
  });
});
