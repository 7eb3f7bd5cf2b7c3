import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { type DocumentNode, GraphQLError, Kind, parse, print, separateOperations } from 'graphql';
import { HubError } from '../../subgraphs/kit/errors';
import type { CommandContext } from '../command-context';
import { jsonText } from '../output';
import { type PushedOperation, pushOperations } from '../registry';
import { jsonOption } from './options';
import { type RegistryOptions, registryOf, withRegistryOptions } from './registry-options';

const HELP = `
What a registered operation uses counts as used: a region that would take it away is refused. Give all documents of the
client at once; they replace those of the same client and version. Every operation needs a name; fragments are found over
all files.

Examples:
  maillage operations push --client tableau-de-bord queries/*.graphql
  maillage operations push --client tableau-de-bord --client-version 2.1.0 queries.graphql --json`;

interface PushOptions extends RegistryOptions {
  readonly client: string;
  readonly clientVersion?: string;
  readonly json?: boolean;
}

/** `maillage operations push`: registers what a client asks. */
export function operationsCommand(context: CommandContext): Command {
  const push = new Command('push')
    .description('register all operations of a client')
    .argument('<files...>', 'GraphQL documents')
    .requiredOption('--client <name>', 'name of the client, as it sends it in `maillage-client`')
    .option('--client-version <version>', 'version of the client')
    .addOption(jsonOption('{ client, version, operations, pushedAt, pushedBy }'))
    .addHelpText('after', HELP);
  withRegistryOptions(push).action(async (files: readonly string[], options: PushOptions) => {
    const operations = await readOperations(files);
    const registered = await pushOperations(await registryOf(context, options), {
      client: options.client,
      version: options.clientVersion ?? null,
      operations,
    });
    const { client, version, operations: count } = registered;
    context.output.write(
      options.json === true
        ? jsonText(registered)
        : `${client}${version === null ? '' : ` ${version}`}: ${count} operations registered.\n`,
    );
  });
  return new Command('operations').description('register the operations of clients').addCommand(push);
}

/** The operations of some files, each with the fragments it uses. Throws CONFIG_INVALID with file and place. */
async function readOperations(files: readonly string[]): Promise<readonly PushedOperation[]> {
  const documents = await Promise.all(files.map(readDocument));
  const definitions = documents.flatMap((document) => document.definitions);
  const names = definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [node.name?.value] : []));
  if (names.includes(undefined)) throw new HubError('CONFIG_INVALID', 'Give every operation a name.');
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  if (repeated.length > 0) {
    throw new HubError('CONFIG_INVALID', `Two operations are called ${repeated.join(', ')}. Give each its own name.`);
  }
  const separate = separateOperations({ kind: Kind.DOCUMENT, definitions });
  return Object.entries(separate).map(([name, document]) => ({ name, document: print(document) }));
}

async function readDocument(file: string): Promise<DocumentNode> {
  try {
    return parse(await readFile(resolve(file), 'utf8'), { noLocation: true });
  } catch (cause) {
    const place = cause instanceof GraphQLError ? ` (line ${cause.locations?.[0]?.line ?? '?'}: ${cause.message})` : '';
    throw new HubError(
      'CONFIG_INVALID',
      `${file} is no GraphQL document that can be read${place}.`,
      { file },
      { cause },
    );
  }
}
