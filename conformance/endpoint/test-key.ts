import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSigningKey, parseSigningKey } from '../../subgraphs/kit/identity';
import type { ConformanceKey } from '../conformance-target';

const PRIVATE_FILE = 'conformance-key.json';
/** File that the endpoint under test is told to trust, as HUB_KEYS_FILE. */
const PUBLIC_FILE = 'conformance-hub-keys.json';

/**
 * The test key of a folder, made on first use: an Ed25519 pair whose public half the endpoint under test is told to
 * trust, for this test only. The private half is readable by its owner alone. Throws CONFIG_INVALID for a file that
 * holds no key.
 */
export async function testKeyOf(folder: string): Promise<ConformanceKey> {
  const privateFile = join(folder, PRIVATE_FILE);
  const publishedAt = join(folder, PUBLIC_FILE);
  const text = await readFile(privateFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return makeFiles(folder, privateFile, publishedAt);
  });
  return { kind: 'TEST', signing: parseSigningKey(text, privateFile), publishedAt };
}

async function makeFiles(folder: string, privateFile: string, publicFile: string): Promise<string> {
  const { privateKey, publicKeys } = await makeSigningKey();
  const text = JSON.stringify(privateKey);
  await mkdir(folder, { recursive: true });
  await writeFile(publicFile, `${JSON.stringify(publicKeys, null, 2)}\n`);
  await writeFile(privateFile, text, { mode: 0o600, flag: 'wx' });
  await chmod(privateFile, 0o600);
  return text;
}
