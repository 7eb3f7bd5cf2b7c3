import type { RequestHandler } from 'express';
import type { DataSource } from 'typeorm';
import { HubError } from '../../subgraphs/kit/errors';
import type { HubSigningKey } from '../../subgraphs/kit/identity';
import type { Logger } from '../../subgraphs/kit/log';
import { type SignedSupergraph, signSupergraph } from '../../subgraphs/kit/registry-client';
import { type CredentialService, requireReader } from '../credentials';
import { currentNumber } from '../supergraphs';
import { SupergraphEntity } from '../supergraphs/supergraph.entity';
import { createEventStreams } from './event-streams';

/** What the distribution is made of. */
export interface DistributionDependencies {
  readonly dataSource: DataSource;
  readonly credentials: CredentialService;
  /** Signs what is given out. Signatures are made when it is given, so that a new key signs old versions, too. */
  readonly signingKey: HubSigningKey;
  readonly logger: Logger;
}

/** Gives out what is to be served. */
export interface Distribution {
  /** GET /supergraph: the signed supergraph, or 304 for the tag of the present one. */
  readonly supergraph: RequestHandler;
  /** GET /supergraph/events: a stream with one event per new supergraph. */
  readonly events: RequestHandler;
  /** Looks at once whether there is a new supergraph. */
  look(): Promise<void>;
  close(): void;
}

/** Milliseconds between two looks at the database: other processes of the registry may have published. */
const LOOK_MILLISECONDS = 500;

interface Given {
  readonly number: number;
  readonly checksum: string;
  readonly signed: SignedSupergraph;
}

/** Builds the distribution and begins to look. */
export function createDistribution({
  dataSource,
  credentials,
  signingKey,
  logger,
}: DistributionDependencies): Distribution {
  const streams = createEventStreams();
  let given: Given | undefined;
  let looking: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    const number = await currentNumber(dataSource.manager);
    if (number === 0 || number === given?.number) return;
    const next = await sign(dataSource, signingKey, number);
    if (given !== undefined && given.number > next.number) return;
    given = next;
    streams.tell(next);
  }
  const look = () => (looking ??= refresh().finally(() => (looking = undefined)));
  const timer = setInterval(() => {
    look().catch((error: unknown) => logger.warn({ err: error }, 'what is to be served cannot be read'));
  }, LOOK_MILLISECONDS).unref();

  return {
    async supergraph(request, response) {
      await requireReader(credentials, request.get('authorization'));
      await look();
      if (given === undefined) throw nothingPublished();
      const tag = `"${given.number}-${given.checksum.slice(0, 16)}"`;
      response.set({ etag: tag, 'cache-control': 'no-cache' });
      if (request.get('if-none-match') === tag) response.status(304).end();
      else response.json(given.signed);
    },
    async events(request, response) {
      await requireReader(credentials, request.get('authorization'));
      await look();
      streams.open(response, given);
    },
    look,
    close() {
      clearInterval(timer);
      streams.close();
    },
  };
}

async function sign(dataSource: DataSource, key: HubSigningKey, number: number): Promise<Given> {
  const row = await dataSource.getRepository(SupergraphEntity).findOneOrFail({
    where: { number },
    select: { number: true, checksum: true, payload: true, createdAt: true },
  });
  const { checksum, payload, createdAt } = row;
  return { number, checksum, signed: await signSupergraph(key, { number, payload, composedAt: createdAt }) };
}

function nothingPublished(): HubError {
  return new HubError('NOTHING_PUBLISHED', 'Nothing was published yet: there is no supergraph to give.');
}
