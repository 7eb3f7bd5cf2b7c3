import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { z } from 'zod';
import { makeSigningKey } from '../../subgraphs/kit/identity';
import { readPrivateJson, writePrivateJson } from './private-file';

/** Files of the keys of a data directory, all of them readable by their user only. */
export interface HubKeyFiles {
  /** Private key by which the gateway shows itself to subgraphs. */
  readonly signingKey: string;
  /** Its public half, which subgraphs read. */
  readonly hubKeys: string;
  /** Private key by which the registry signs what it gives out. */
  readonly registrySigningKey: string;
  /** Its public half, which the gateway and the national subgraph read. */
  readonly registryKeys: string;
  /** Private key of the development issuer, which `maillage token` uses. */
  readonly issuerKey: string;
  /** Its public half, which the gateway reads. */
  readonly issuerKeys: string;
}

const keySchema = z.looseObject({ kty: z.literal('OKP'), kid: z.string(), d: z.string() });

/** Names of the key files of a data directory. */
export function hubKeyFilesOf(dataDirectory: string): HubKeyFiles {
  return {
    signingKey: join(dataDirectory, 'hub-signing-key.json'),
    hubKeys: join(dataDirectory, 'hub-keys.json'),
    registrySigningKey: join(dataDirectory, 'registry-signing-key.json'),
    registryKeys: join(dataDirectory, 'registry-keys.json'),
    issuerKey: join(dataDirectory, 'development-issuer-key.json'),
    issuerKeys: join(dataDirectory, 'development-issuer-keys.json'),
  };
}

/** Makes the keys that a data directory lacks. Those it has stay, and with them the tokens that they signed. */
export async function ensureHubKeys(dataDirectory: string): Promise<HubKeyFiles> {
  const files = hubKeyFilesOf(dataDirectory);
  await Promise.all([
    ensurePair(files.signingKey, files.hubKeys),
    ensurePair(files.registrySigningKey, files.registryKeys),
    ensurePair(files.issuerKey, files.issuerKeys),
  ]);
  return files;
}

/** The private key of the development issuer; undefined when no hub was started from the data directory. */
export async function readIssuerKey(dataDirectory: string): Promise<JWK | undefined> {
  return readPrivateJson(hubKeyFilesOf(dataDirectory).issuerKey, keySchema);
}

async function ensurePair(privateFile: string, publicFile: string): Promise<void> {
  const known = await readPrivateJson(privateFile, keySchema);
  const published = await readPrivateJson(publicFile, z.object({ keys: z.array(z.looseObject({ kid: z.string() })) }));
  if (known !== undefined && published?.keys.some(({ kid }) => kid === known.kid) === true) return;
  const { privateKey, publicKeys } = await makeSigningKey();
  await writePrivateJson(publicFile, publicKeys);
  await writePrivateJson(privateFile, privateKey);
}

/** File of the keys of a region's books, which seal sensitive criteria (docs/adr/0016). */
export function bookKeyFileOf(dataDirectory: string, regionCode: string): string {
  return join(dataDirectory, `books-key-${regionCode}.json`);
}

/** Makes the file of keys of every region that has none; one that is there, whatever it holds, is never written over. */
export async function ensureBookKeys(dataDirectory: string, regionCodes: readonly string[]): Promise<void> {
  for (const code of regionCodes) {
    const key = { key: randomBytes(32).toString('base64url'), since: new Date().toISOString() };
    const text = `${JSON.stringify({ keys: [key] }, null, 2)}\n`;
    await writeFile(bookKeyFileOf(dataDirectory, code), text, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
    });
  }
}
