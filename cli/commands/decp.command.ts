import { Command } from 'commander';
import { HubError } from '../../subgraphs/kit/errors';
import { isSiren } from '../../subgraphs/kit/identifiers';
import type { CommandContext } from '../command-context';
import { compareContracts, countsOf, readDeclared, readHeld, rowsOfDifferences } from '../decp';
import { EXIT, jsonText, renderTable } from '../output';
import { csvOf, writeTable } from '../sites';
import { type GatewayOptions, gatewayOf, withGatewayOptions } from './gateway-options';

const HELP = `
The file is one of the published data of public contracts (données essentielles de la commande publique), CSV or JSON. Contracts are compared
by their identifier there (uid): declared and followed by no region, followed and not declared, followed elsewhere, other clause, amount, day or
département. A region that does not answer, or whose version does not say the link, is named, and nothing of it is said to be missing.

Examples:
  MAILLAGE_TOKEN=… maillage decp compare decp-2026.csv --siren 552081317 --out ecarts.csv --url https://hub.example.org/graphql
  maillage decp compare decp-2026.json --siren 552081317 --json`;

interface CompareOptions extends GatewayOptions {
  readonly siren: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `maillage decp compare FILE`: what differs between a buyer's declared contracts and those that the regions follow. */
export function decpCommand(context: CommandContext): Command {
  const compare = new Command('compare')
    .description('say what differs between a buyer’s declared contracts and those that the regions follow')
    .argument('<file>', 'DECP file, CSV or JSON')
    .requiredOption('--siren <siren>', 'SIREN of the buyer')
    .option('--out <path>', 'where the list is written as CSV; standard output unless given')
    .option('--json', 'print the differences as JSON')
    .addHelpText('after', HELP);
  withGatewayOptions(compare).action(async (file: string, { siren, out, json, ...options }: CompareOptions) => {
    if (!isSiren(siren)) throw new HubError('SIREN_MALFORMED', `"${siren}" is not a SIREN.`, { argument: '--siren' });
    const declared = await readDeclared(file, siren);
    const held = await readHeld(await gatewayOf(context, options, { role: 'consolidator' }), siren);
    const comparison = compareContracts(declared.contracts, held);
    const { output } = context;
    if (held.unknown.size > 0) context.setExitCode(EXIT.FAILED);
    if (json === true) {
      output.write(jsonText({ ...comparison, rejectedRows: declared.rejectedRows, unknown: [...held.unknown] }));
      return;
    }
    const table = rowsOfDifferences(comparison);
    if (out === undefined) {
      output.write(csvOf(table));
      return;
    }
    await writeTable(out, table);
    const refused = ['lignes refusées du fichier, tous donneurs d’ordre', String(declared.rejectedRows)];
    const unknown = [...held.unknown].map(([code, status]) => [`région ${code} non comparable`, status]);
    output.write(
      renderTable(
        ['écart', 'nombre'],
        [...countsOf(comparison), refused, ...unknown].map((row) => [...row]),
      ),
    );
  });
  return new Command('decp')
    .description('compare with the published data of public contracts')
    .addHelpText('after', '\nExamples:\n  maillage decp compare decp-2026.csv --siren 552081317 --out ecarts.csv')
    .addCommand(compare);
}
