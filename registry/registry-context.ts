import type DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import type { Caller } from '../subgraphs/kit/identity';
import { createRowLoader } from '../subgraphs/kit/loaders';
import type { ConformanceService } from './conformance-runs';
import type { CredentialService } from './credentials';
import type { MemberService } from './members';
import type { MemberProbeEntity } from './members/member-probe.entity';
import type { PublicationService } from './publications';
import { CheckRunEntity } from './publications/check-run.entity';
import { PublicationEntity } from './publications/publication.entity';
import { type CurrentGraph, readCurrentGraph } from './supergraphs';
import type { UsageService } from './usage';

/** The services of a registry. */
export interface RegistryServices {
  readonly dataSource: DataSource;
  readonly members: MemberService;
  readonly publications: PublicationService;
  readonly credentials: CredentialService;
  readonly conformance: ConformanceService;
  readonly usage: UsageService;
}

/** What every resolver of one request shares. */
export interface RegistryContext extends RegistryServices {
  readonly caller: Caller;
  /** Who the caller is; always known on the registry's own door, in mutations only through the gateway. */
  readonly subject: string | undefined;
  readonly checkRunById: DataLoader<string, CheckRunEntity | null>;
  readonly publicationById: DataLoader<string, PublicationEntity | null>;
  /** What is served, read once for the request. */
  readonly currentGraph: () => Promise<CurrentGraph>;
  /** When each region last published something that passed, read once for the request. */
  readonly lastPublished: () => Promise<ReadonlyMap<string, Date>>;
  /** The last probes, read once for the request. */
  readonly probes: () => Promise<ReadonlyMap<string, MemberProbeEntity>>;
}

/** Builds the context of one request. */
export function createRegistryContext(
  services: RegistryServices,
  { caller, subject }: { readonly caller: Caller; readonly subject: string | undefined },
): RegistryContext {
  const { dataSource, members } = services;
  return {
    ...services,
    caller,
    subject,
    checkRunById: createRowLoader({
      name: 'checkRunById',
      read: (ids: readonly string[]) => dataSource.getRepository(CheckRunEntity).findBy({ id: In([...ids]) }),
      keyOf: ({ id }) => id,
    }),
    publicationById: createRowLoader({
      name: 'publicationById',
      read: (ids: readonly string[]) => dataSource.getRepository(PublicationEntity).findBy({ id: In([...ids]) }),
      keyOf: ({ id }) => id,
    }),
    currentGraph: once(() => readCurrentGraph(dataSource.manager)),
    lastPublished: once(() => members.lastPublished()),
    probes: once(() => members.probes()),
  };
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => (value ??= read());
}
