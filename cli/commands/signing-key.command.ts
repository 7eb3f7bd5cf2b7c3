import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { HubError } from '../../subgraphs/kit/errors';
import { makeSigningKey } from '../../subgraphs/kit/identity';
import type { CommandContext } from '../command-context';

const HELP = `
The file holds a private key: only its user may read it. Give its path to the gateway as HUB_SIGNING_KEY_FILE. Subgraphs
read the public half at /.well-known/jwks.json of the gateway (HUB_KEYS_URL), or from the file FILE.public.

Example:
  maillage signing-key --out hub-signing-key.json`;

/** `maillage signing-key`: makes the key by which a gateway shows itself to subgraphs. Never replaces a file. */
export function signingKeyCommand(context: CommandContext): Command {
  return new Command('signing-key')
    .description('make the key by which a gateway shows itself to subgraphs')
    .requiredOption('--out <file>', 'file of the private key; must not exist')
    .addHelpText('after', HELP)
    .action(async ({ out }: { readonly out: string }) => {
      const file = resolve(out);
      const { privateKey, publicKeys } = await makeSigningKey();
      await writeNew(file, privateKey, 0o600);
      try {
        await writeNew(`${file}.public`, publicKeys, 0o644);
      } catch (error) {
        await rm(file);
        throw error;
      }
      context.output.write(`Private key: ${file}\nPublic keys: ${file}.public\n`);
    });
}

async function writeNew(path: string, value: unknown, mode: number): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(value, null, 2)}\n`, { mode, flag: 'wx' });
  } catch (cause) {
    throw new HubError(
      'CONFIG_INVALID',
      `${path} cannot be written, or exists already: a key is never replaced by this command.`,
      { path },
      { cause },
    );
  }
}
