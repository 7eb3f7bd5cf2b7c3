import { checkUrlPolicy } from '../../registry/checks/url-policy.check';
import { PUBLISHER } from '../registry/corpus';

const ALLOWED = [
  'bretagne.example.org',
  'private.example.org',
  'mixed.example.org',
  'gone.example.org',
  'ports.example.org:9443',
];
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  'bretagne.example.org': ['9.9.9.9', '2620:fe::fe'],
  'ports.example.org': ['9.9.9.9'],
  'private.example.org': ['10.0.0.7'],
  'mixed.example.org': ['9.9.9.9', '::ffff:169.254.169.254'],
};

async function codesOf(url: string, mode: 'development' | 'production' = 'production'): Promise<readonly string[]> {
  const asked: string[] = [];
  const found = await checkUrlPolicy({ region: PUBLISHER, url, allowedHosts: ALLOWED, mode }, async (host) => {
    asked.push(host);
    const addresses = ADDRESSES[host];
    if (addresses === undefined) throw new Error(`getaddrinfo ENOTFOUND ${host}`);
    return addresses;
  });
  // The hub asks its DNS server only for hosts that an administrator allowed.
  expect(asked.filter((host) => !ALLOWED.some((each) => each.startsWith(host)))).toEqual([]);
  return found.map(({ code }) => code);
}

describe('the address of a subgraph', () => {
  it.each([
    'https://bretagne.example.org/graphql',
    'https://bretagne.example.org:8443/graphql',
    'https://BRETAGNE.example.org/graphql',
    'https://ports.example.org:9443/',
  ])('may be %s', async (url) => {
    expect(await codesOf(url)).toEqual([]);
  });

  it.each([
    ['http://bretagne.example.org/graphql', 'URL_NOT_HTTPS'],
    ['ftp://bretagne.example.org/graphql', 'URL_MALFORMED'],
    ['//bretagne.example.org/graphql', 'URL_MALFORMED'],
    ['file:///etc/passwd', 'URL_MALFORMED'],
    ['https:bretagne.example.org', 'URL_MALFORMED'],
    ['https://bretagne.example.org\\@evil.example/', 'URL_MALFORMED'],
    ['https://bretagne.example.org/\r\nhost: evil', 'URL_MALFORMED'],
    ['https://bretagne.exam\tple.org/', 'URL_MALFORMED'],
    ['https://bretagne.example.org/graphql?secret=1', 'URL_MALFORMED'],
    ['https://bretagne.example.org/graphql#x', 'URL_MALFORMED'],
    ['https://bretagne.example.org./graphql', 'URL_MALFORMED'],
    ['https://bretаgne.example.org/', 'URL_MALFORMED'],
    ['https://xn--bretgne-7fg.example.org/', 'URL_HOST_NOT_ALLOWED'],
    [`https://bretagne.example.org/${'a'.repeat(3_000)}`, 'URL_MALFORMED'],
    ['https://user@bretagne.example.org/', 'URL_USER_INFO'],
    ['https://user:secret@bretagne.example.org/', 'URL_USER_INFO'],
    ['https://bretagne.example.org@evil.example/', 'URL_USER_INFO'],
    ['https://evil.example/graphql', 'URL_HOST_NOT_ALLOWED'],
    ['https://bretagne.example.org.evil.example/', 'URL_HOST_NOT_ALLOWED'],
    ['https://ports.example.org/', 'URL_HOST_NOT_ALLOWED'],
    ['https://9.9.9.9/graphql', 'URL_HOST_NOT_ALLOWED'],
    ['https://bretagne.example.org:5432/', 'URL_PORT_FORBIDDEN'],
    ['https://bretagne.example.org:22/', 'URL_PORT_FORBIDDEN'],
    ['https://bretagne.example.org:6379/', 'URL_PORT_FORBIDDEN'],
    ['https://169.254.169.254/latest/meta-data', 'URL_ADDRESS_PRIVATE'],
    ['http://169.254.169.254/latest/meta-data', 'URL_ADDRESS_PRIVATE'],
    ['https://127.0.0.1/', 'URL_ADDRESS_PRIVATE'],
    ['https://127.1/', 'URL_ADDRESS_PRIVATE'],
    ['https://0x7f.0.0.1/', 'URL_ADDRESS_PRIVATE'],
    ['https://0177.0.0.1/', 'URL_ADDRESS_PRIVATE'],
    ['https://2130706433/', 'URL_ADDRESS_PRIVATE'],
    ['https://0/', 'URL_ADDRESS_PRIVATE'],
    ['https://[::1]/', 'URL_ADDRESS_PRIVATE'],
    ['https://[::ffff:127.0.0.1]/', 'URL_ADDRESS_PRIVATE'],
    ['https://[::ffff:a9fe:a9fe]/', 'URL_ADDRESS_PRIVATE'],
    ['https://[::127.0.0.1]/', 'URL_ADDRESS_PRIVATE'],
    ['https://[64:ff9b::10.0.0.1]/', 'URL_ADDRESS_PRIVATE'],
    ['https://[2002:7f00:1::]/', 'URL_ADDRESS_PRIVATE'],
    ['https://[fd00:ec2::254]/', 'URL_ADDRESS_PRIVATE'],
    ['https://[fe80::1]/', 'URL_ADDRESS_PRIVATE'],
    ['https://10.1.2.3/', 'URL_ADDRESS_PRIVATE'],
    ['https://172.16.0.1/', 'URL_ADDRESS_PRIVATE'],
    ['https://192.168.1.1/', 'URL_ADDRESS_PRIVATE'],
    ['https://100.64.0.1/', 'URL_ADDRESS_PRIVATE'],
    ['https://168.63.129.16/', 'URL_ADDRESS_PRIVATE'],
    ['https://private.example.org/', 'URL_ADDRESS_PRIVATE'],
    ['https://mixed.example.org/', 'URL_ADDRESS_PRIVATE'],
    ['https://gone.example.org/', 'URL_HOST_UNKNOWN'],
    ['https://localhost/', 'URL_HOST_NOT_ALLOWED'],
    ['http://localhost:4011/graphql', 'URL_NOT_HTTPS'],
  ])('may not be %s: %s', async (url, code) => {
    expect(await codesOf(url)).toContain(code);
  });

  it.each(['http://127.0.0.1:4011/graphql', 'http://localhost:4011/graphql', 'http://[::1]:4011/graphql'])(
    'may be %s in development only',
    async (url) => {
      expect(await codesOf(url, 'development')).toEqual([]);
      expect(await codesOf(url, 'production')).not.toEqual([]);
    },
  );

  it.each(['http://10.0.0.1/', 'http://bretagne.example.org/', 'https://169.254.169.254/', 'http://user@127.0.0.1/'])(
    'may not be %s in development either',
    async (url) => {
      expect(await codesOf(url, 'development')).not.toEqual([]);
    },
  );
});
