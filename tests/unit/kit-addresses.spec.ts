import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, request } from 'undici';
import { asHubError } from '../../subgraphs/kit/errors';
import { type AddressPolicy, createAddressGuard } from '../../subgraphs/kit/addresses';

let server: Server;
let port: number;
let asked = 0;

beforeAll(async () => {
  server = createServer((incoming, response) => {
    asked += 1;
    if (incoming.url === '/redirect') response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
    else response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  asked = 0;
});

async function ask(url: string, policy: AddressPolicy, ...answers: readonly (readonly string[])[]) {
  let lookups = 0;
  const resolve = async () => {
    const addresses = answers[Math.min(lookups, answers.length - 1)] ?? [];
    lookups += 1;
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  const dispatcher = new Agent({ connect: createAddressGuard(policy, { resolve }).connector });
  try {
    const { statusCode, body } = await request(url, { dispatcher });
    return { statusCode, text: await body.text(), lookups };
  } finally {
    await dispatcher.destroy();
  }
}

const refusalOf = (asking: Promise<unknown>) =>
  asking.then(
    () => 'no error',
    (error: unknown) => asHubError(error)?.code ?? String(error),
  );

describe('a connection to a region', () => {
  it.each([
    ['a loopback address', '127.0.0.1'],
    ['another loopback address', '127.8.8.8'],
    ['a metadata service', '169.254.169.254'],
    ['a private network', '192.168.0.1'],
    ['IPv6 for a private network', '::ffff:10.0.0.1'],
    ['nowhere', '0.0.0.0'],
  ])('is not made when the name leads to %s', async (_, address) => {
    expect(await refusalOf(ask(`http://region.example:${port}/`, 'PUBLIC', [address]))).toBe('ADDRESS_REFUSED');
    expect(asked).toBe(0);
  });

  it('is not made when one of several addresses is private', async () => {
    const asking = ask(`http://region.example:${port}/`, 'PUBLIC', ['9.9.9.9', '127.0.0.1']);
    expect(await refusalOf(asking)).toBe('ADDRESS_REFUSED');
  });

  it('is not made to a private address that stands in the URL, for which no name is looked up', async () => {
    expect(await refusalOf(ask(`http://127.0.0.1:${port}/`, 'PUBLIC', []))).toBe('ADDRESS_REFUSED');
    expect(await refusalOf(ask(`http://[::1]:${port}/`, 'PUBLIC', []))).toBe('ADDRESS_REFUSED');
    expect(asked).toBe(0);
  });

  it('is made to the address that was looked at: a name that then leads elsewhere is not asked again', async () => {
    const answer = await ask(
      `http://region.example:${port}/`,
      'PUBLIC_OR_LOOPBACK',
      ['127.0.0.1'],
      ['169.254.169.254'],
    );
    expect(answer).toEqual({ statusCode: 200, text: 'reached', lookups: 1 });
  });

  it('follows no redirect', async () => {
    const answer = await ask(`http://region.example:${port}/redirect`, 'PUBLIC_OR_LOOPBACK', ['127.0.0.1']);
    expect(answer.statusCode).toBe(302);
    expect(asked).toBe(1);
  });

  it('in development goes to this machine, and to no other private network', async () => {
    expect((await ask(`http://127.0.0.1:${port}/`, 'PUBLIC_OR_LOOPBACK')).text).toBe('reached');
    expect(await refusalOf(ask('http://10.0.0.1/', 'PUBLIC_OR_LOOPBACK'))).toBe('ADDRESS_REFUSED');
  });

  it('fails like any other when the name has no address', async () => {
    expect(await refusalOf(ask('http://region.example/', 'PUBLIC', []))).toContain('ENOTFOUND');
  });
});
