/** Keys and tokens of a run. Every engine shows the national subgraph the token that a gateway of the hub would. */
import { join } from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';
import identity from '../../dist/subgraphs/kit/identity/index.js';

const RENEW_MILLISECONDS = 5_000;
const HOURS = 12;

/** Whose questions are measured: a caller who sees exact figures, as the peers give them. */
const CALLER = { role: 'consolidator' };

/** Makes the keys of a run: the gateway's, and those of an issuer that ours believes. */
export async function makeKeys(folder) {
  const files = {
    signingKeyFile: join(folder, 'signing-key.json'),
    hubKeysFile: join(folder, 'hub-keys.json'),
    issuerKeysFile: join(folder, 'issuer-keys.json'),
  };
  const hub = await identity.makeSigningKey();
  const issuer = await identity.makeSigningKey();
  const write = (file, value) => writeFile(file, JSON.stringify(value), { mode: 0o600 });
  await write(files.signingKeyFile, hub.privateKey);
  await write(files.hubKeysFile, hub.publicKeys);
  await write(files.issuerKeysFile, issuer.publicKeys);
  return { ...files, clientToken: await identity.signDevelopmentToken(issuer.privateKey, CALLER, HOURS) };
}

/** Tokens for subgraphs, at hand without waiting: those of the audiences named are renewed in the background. */
export async function subgraphTokens(audiences) {
  const file = process.env.HUB_SIGNING_KEY_FILE;
  const signer = identity.createHubTokenSigner(identity.parseSigningKey(await readFile(file, 'utf8'), file));
  const tokens = new Map();
  const renew = () =>
    Promise.all(
      audiences.map(async (audience) => tokens.set(audience, await signer.tokenFor({ audience, caller: CALLER }))),
    );
  await renew();
  setInterval(() => void renew(), RENEW_MILLISECONDS).unref();
  return (audience) => `Bearer ${tokens.get(audience)}`;
}
