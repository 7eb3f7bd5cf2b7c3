import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureHubKeys, type HubKeyFiles, readIssuerKey } from '../../../cli/record';
import { signDevelopmentToken } from '../../../subgraphs/kit/identity';
import { composeNetwork, publicationsOf } from '../../../schema';
import { REGIONS } from '../../../subgraphs/kit/regions';
import { CONSOLIDATOR } from '../../support/callers';
import { startNational } from '../../support/gateway-network';
import { startSubgraph, type TestServer } from '../../support/gateway-servers';
import { honestAnswer } from './canned-region';
import { figuresOf, REGION_CODES } from './known-figures';

/** Subgraphs that never fail, and the files that say to a gateway where they are. */
export interface SwapNetwork {
  readonly supergraphFile: string;
  readonly networkFile: string;
  /** Keys of the gateway, and of the issuer of `token`. */
  readonly keys: HubKeyFiles;
  /** Makes its bearer a consolidator. */
  readonly token: string;
  /** What every consolidation must say, in hours. */
  readonly hoursDone: number;
  /** Writes the files of one of the variants, each in one step; gives the digest that a gateway shows of them. */
  write(variant: number): Promise<string>;
  close(): Promise<void>;
}

/** Regions that publish the older version of the schema, by variant: each makes another supergraph. */
const OLDER: readonly (readonly string[])[] = [[], ['53'], ['76'], ['53', '76']];
/** The region that moves between two addresses. */
const MOVING = '84';
/** Longer than any run. */
const TOKEN_HOURS = 12;
const PERIOD = { from: '2021-01', to: '2021-12' };

/** Starts 18 canned regions and a national level in this process. */
export async function startSwapNetwork(folder: string): Promise<SwapNetwork> {
  const keys = await ensureHubKeys(folder);
  const token = await signDevelopmentToken((await readIssuerKey(folder)) ?? {}, CONSOLIDATOR, TOKEN_HOURS);
  const scope = Buffer.from(JSON.stringify({ ...PERIOD, by: [] })).toString('base64url');
  const supergraphs = OLDER.map((older) =>
    composeNetwork(
      publicationsOf(REGIONS.map((region) => ({ region, schemaVersion: older.includes(region.code) ? '1' : '2' }))),
    ),
  );
  const national = await startNational(supergraphs[0]?.nationalSdl ?? '', REGION_CODES, scope);
  const regions = new Map<string, TestServer[]>();
  for (const code of REGION_CODES) {
    const places = code === MOVING ? 2 : 1;
    regions.set(code, await Promise.all(Array.from({ length: places }, () => startCannedRegion(code))));
  }
  const [supergraphFile, networkFile] = [join(folder, 'supergraph.graphql'), join(folder, 'network.json')];

  async function write(variant: number): Promise<string> {
    const older = OLDER[variant % OLDER.length] ?? [];
    const supergraph = supergraphs[variant % OLDER.length]?.supergraphSdl ?? '';
    const network = JSON.stringify({
      version: variant + 1,
      nationalUrl: national.url,
      members: REGION_CODES.map((code) => {
        const places = regions.get(code) ?? [];
        return { code, url: places[variant % places.length]?.url, schemaVersion: older.includes(code) ? '1' : '2' };
      }),
    });
    await replace(supergraphFile, supergraph);
    await replace(networkFile, network);
    return createHash('sha256').update(supergraph).update('\0').update(network).digest('hex').slice(0, 16);
  }

  return {
    supergraphFile,
    networkFile,
    keys,
    token,
    hoursDone: REGION_CODES.reduce((sum, code) => sum + figuresOf(code, PERIOD.from, PERIOD.to).hoursDone, 0) / 100,
    write,
    close: async () => {
      await Promise.all([national, ...[...regions.values()].flat()].map((server) => server.close()));
    },
  };
}

/** A region that makes each answer once. */
function startCannedRegion(code: string): Promise<TestServer> {
  const answers = new Map<string, unknown>();
  return startSubgraph((question) => {
    const key = JSON.stringify([question.query, question.variables]);
    const answer = answers.get(key) ?? honestAnswer(code, question as never);
    answers.set(key, answer);
    return answer;
  });
}

async function replace(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
