import { inspect } from 'node:util';
import { HubError } from '../../subgraphs/kit/errors';
import { type Caller, makeApiKey, readApiKey } from '../../subgraphs/kit/identity';
import { createApiKeyReader } from '../../gateway/identity/api-key-identity';
import type { KnownApiKey } from '../../gateway/identity/api-key-lookup';

const CALLER: Caller = { role: 'coordination', region: '53' };
const FAR = new Date('2030-01-01T00:00:00Z');
const VALID: KnownApiKey = { status: 'valid', caller: CALLER, expiresAt: FAR };
const UNKNOWN: KnownApiKey = { status: 'unknown' };

/** A reader with a clock and a national level of the test's own. */
function readerOf(initial: KnownApiKey | HubError) {
  const state = { now: 1_700_000_000_000, answer: initial, asked: [] as string[] };
  const read = createApiKeyReader(
    async (key) => {
      state.asked.push(JSON.stringify(key));
      await Promise.resolve();
      if (state.answer instanceof HubError) throw state.answer;
      return state.answer;
    },
    () => state.now,
  );
  const outcome = (text: string) =>
    read(text).then(
      ({ subject }) => subject,
      (error: unknown) => (error instanceof HubError ? error.code : error),
    );
  return { state, read, outcome };
}

describe('the form of an API key', () => {
  it('is read back to what is kept of it', () => {
    const { text, publicId, secretHash } = makeApiKey();
    expect(readApiKey(text)).toEqual({ publicId, secretHash });
  });

  it('holds 256 random bits, which neither the identifier nor the hash give away', () => {
    const { text, publicId, secretHash } = makeApiKey();
    const secret = text.slice(`mlg_${publicId}_`.length);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(secretHash).toMatch(/^[0-9a-f]{64}$/);
    expect(Buffer.from(secretHash, 'hex').toString('base64url')).not.toBe(secret);
    expect(makeApiKey().text).not.toBe(text);
  });

  const good = makeApiKey().text;
  it.each([
    ['nothing but the prefix', 'mlg_'],
    ['a secret that is cut', good.slice(0, -1)],
    ['a secret that is too long', `${good}A`],
    ['an identifier in capitals', good.replace(/^mlg_[^_]*/, 'mlg_ABCDEF0123456789')],
    ['a line break after it', `${good}\n`],
    ['SQL in the identifier', "mlg_' OR 1=1 --_x"],
  ])('is not read from %s, and nobody is asked', async (_, text) => {
    const { outcome, state } = readerOf(VALID);
    expect(await outcome(text)).toBe('TOKEN_REFUSED');
    expect(state.asked).toEqual([]);
  });
});

describe('the reader of API keys', () => {
  const { text, publicId } = makeApiKey();

  it('gives the caller of the key, and the key as the subject that is counted', async () => {
    expect(await readerOf(VALID).read(text)).toEqual({ caller: CALLER, subject: `api-key ${publicId}` });
  });

  it('sends the hash of the secret and never the secret', async () => {
    const { read, state } = readerOf(VALID);
    await read(text);
    expect(state.asked).toHaveLength(1);
    expect(state.asked[0]).not.toContain(text.slice(-43));
  });

  it('believes a key for 30 seconds and no longer, so that one that is revoked then opens nothing', async () => {
    const { outcome, state } = readerOf(VALID);
    await outcome(text);
    state.answer = UNKNOWN;
    state.now += 29_999;
    expect(await outcome(text)).toBe(`api-key ${publicId}`);
    state.now += 1;
    expect(await outcome(text)).toBe('TOKEN_REFUSED');
    expect(state.asked).toHaveLength(2);
  });

  it('counts the 30 seconds from before the question, which may take a while', async () => {
    const state = { now: 0, asked: 0 };
    const read = createApiKeyReader(
      async () => {
        state.asked += 1;
        state.now += 20_000;
        return VALID;
      },
      () => state.now,
    );
    await read(text);
    state.now += 10_000;
    await read(text);
    expect(state.asked).toBe(2);
  });

  it('refuses a key at the end of its life, in the midst of the 30 seconds', async () => {
    const { outcome, state } = readerOf(VALID);
    state.answer = { ...VALID, expiresAt: new Date(state.now + 1_000) };
    expect(await outcome(text)).toBe(`api-key ${publicId}`);
    state.now += 1_000;
    expect(await outcome(text)).toBe('TOKEN_REFUSED');
  });

  it('remembers for 5 seconds that a key is unknown', async () => {
    const { outcome, state } = readerOf(UNKNOWN);
    for (let time = 0; time < 5_000; time += 1_000) {
      expect(await outcome(text)).toBe('TOKEN_REFUSED');
      state.now += 1_000;
    }
    expect(state.asked).toHaveLength(1);
    state.answer = VALID;
    expect(await outcome(text)).toBe(`api-key ${publicId}`);
  });

  it('asks once for many requests with the same key at the same time', async () => {
    const { outcome, state } = readerOf(VALID);
    expect(new Set(await Promise.all(Array.from({ length: 50 }, () => outcome(text))))).toEqual(
      new Set([`api-key ${publicId}`]),
    );
    expect(state.asked).toHaveLength(1);
  });

  it('tells keys with the same identifier and another secret apart', async () => {
    const { read, outcome, state } = readerOf(VALID);
    await read(text);
    state.answer = UNKNOWN;
    expect(await outcome(`mlg_${publicId}_${makeApiKey().text.slice(-43)}`)).toBe('TOKEN_REFUSED');
    expect(await outcome(text)).toBe(`api-key ${publicId}`);
  });

  it('turns a flood of made-up keys into 50 look-ups a second, and still renews keys that were valid', async () => {
    const { outcome, state } = readerOf(VALID);
    await outcome(text);
    state.now += 30_000;
    state.asked.length = 0;
    state.answer = UNKNOWN;
    const codes = await Promise.all(Array.from({ length: 1_000 }, () => outcome(makeApiKey().text)));
    expect(state.asked).toHaveLength(50);
    expect(codes.filter((code) => code === 'TOKEN_REFUSED')).toHaveLength(50);
    expect(codes.filter((code) => code === 'IDENTITY_UNAVAILABLE')).toHaveLength(950);
    state.answer = VALID;
    expect(await outcome(text)).toBe(`api-key ${publicId}`);
  });

  it('says that it cannot tell, not that the key is wrong, while the national level is down', async () => {
    const { outcome, state } = readerOf(VALID);
    await outcome(text);
    state.answer = new HubError('IDENTITY_UNAVAILABLE', 'down');
    state.now += 29_000;
    expect(await outcome(text)).toBe(`api-key ${publicId}`);
    state.now += 1_000;
    expect(await outcome(text)).toBe('IDENTITY_UNAVAILABLE');
    state.answer = VALID;
    expect(await outcome(text)).toBe(`api-key ${publicId}`);
  });

  it('keeps no secret in what it refuses with', async () => {
    const error: unknown = await readerOf(UNKNOWN)
      .read(text)
      .catch((thrown: unknown) => thrown);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(text.slice(-43));
  });
});
