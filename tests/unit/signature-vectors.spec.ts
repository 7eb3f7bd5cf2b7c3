import { httpbis } from 'http-message-signatures';
import { type CryptoKey, importJWK } from 'jose';
import { checkContentDigest, contentDigestOf } from '../../subgraphs/kit/signatures';
import { signingKeyOf, verifyingKeyOf } from '../../subgraphs/kit/signatures/ed25519';

/** The key of RFC 9421, B.1.4. */
const KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  kid: 'test-key-ed25519',
  d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
  x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs',
};
/** The request of RFC 9421, B.2. */
const BODY = '{"hello": "world"}';
const SHA512 = 'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:';
const REQUEST = {
  method: 'POST',
  url: 'https://example.com/foo?param=Value&Pet=dog',
  headers: {
    Host: 'example.com',
    Date: 'Tue, 20 Apr 2021 02:07:55 GMT',
    'Content-Type': 'application/json',
    'Content-Digest': SHA512,
    'Content-Length': '18',
  },
};
const COVERED = ['date', '@method', '@path', '@authority', 'content-type', 'content-length'];
const INPUT =
  'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"';
const SIGNATURE = 'sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:';

const publicKey = async () => (await importJWK({ ...KEY, d: undefined }, 'EdDSA')) as CryptoKey;

describe('the test case of RFC 9421, B.2.6, with Ed25519', () => {
  it('is signed as the RFC says', async () => {
    const signed = await httpbis.signMessage(
      {
        key: signingKeyOf({ kid: KEY.kid, key: KEY }),
        name: 'sig-b26',
        fields: COVERED,
        params: ['created', 'keyid'],
        paramValues: { created: new Date(1_618_884_473_000) },
      },
      REQUEST,
    );
    expect(signed.headers).toMatchObject({ 'Signature-Input': INPUT, Signature: SIGNATURE });
  });

  it.each([
    ['is believed', REQUEST.headers.Date, true],
    ['is not believed on another day', 'Tue, 20 Apr 2021 02:07:56 GMT', false],
  ])('%s', async (_how, date, isBelieved) => {
    const key = verifyingKeyOf(KEY.kid, await publicKey());
    const headers = { ...REQUEST.headers, Date: date, 'Signature-Input': INPUT, Signature: SIGNATURE };
    const message = { ...REQUEST, headers };
    expect(await httpbis.verifyMessage({ keyLookup: () => Promise.resolve(key) }, message)).toBe(isBelieved);
  });
});

describe('the digests of RFC 9421 and RFC 9530', () => {
  it('are made as the RFC says', () => {
    expect(contentDigestOf(BODY)).toBe('sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:');
    expect(contentDigestOf(`${BODY}\n`)).toBe('sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:');
  });

  it('are believed for their body only', () => {
    expect(() => checkContentDigest(SHA512, Buffer.from(BODY))).not.toThrow();
    expect(() => checkContentDigest(SHA512, Buffer.from(`${BODY}\n`))).toThrow('does not match');
  });
});
