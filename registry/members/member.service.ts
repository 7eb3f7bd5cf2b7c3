import type { DataSource } from 'typeorm';
import { findRegion } from '../../subgraphs/kit/regions';
import { writeAudit } from '../audit';
import type { ChangeDependencies } from '../supergraphs';
import { PublicationEntity } from '../publications/publication.entity';
import { AllowedHostEntity } from './allowed-host.entity';
import { declareMaintenance, type MaintenanceOutcome, type MaintenanceWindow } from './declare-maintenance';
import { MemberProbeEntity } from './member-probe.entity';
import { MemberEntity } from './member.entity';
import { resumeMember, type StandingOutcome, suspendMember } from './suspend-member';

/** The members of the hub. */
export interface MemberService {
  /** In the order of region codes; all of them, or those of these codes. */
  list(codes?: readonly string[] | null): Promise<readonly MemberEntity[]>;
  find(region: string): Promise<MemberEntity | null>;
  /** The registry's last probe of each region. */
  probes(): Promise<ReadonlyMap<string, MemberProbeEntity>>;
  /** When each region last published something that passed. */
  lastPublished(): Promise<ReadonlyMap<string, Date>>;
  hostsOf(region: string): Promise<readonly string[]>;
  /** Makes a region of the law a member; one that is stays as it is. Null for a code that the law does not know. */
  invite(region: string, hosts: readonly string[], actor: string): Promise<MemberEntity | null>;
  allowHost(region: string, host: string, actor: string): Promise<void>;
  removeHost(region: string, host: string, actor: string): Promise<void>;
  suspend(region: string, reason: string, actor: string): Promise<StandingOutcome>;
  resume(region: string, actor: string): Promise<StandingOutcome>;
  declareMaintenance(region: string, window: MaintenanceWindow | null, actor: string): Promise<MaintenanceOutcome>;
}

/** The name of a host, with its port where one is said, as it is kept; undefined for what is no name of a host. */
export function hostNameOf(text: string): string | undefined {
  const host = text.trim().toLowerCase();
  return /^(?=.{1,250}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*(?::\d{1,5})?$/.test(
    host,
  )
    ? host
    : undefined;
}

/** Builds the service. */
export function createMemberService(deps: ChangeDependencies, now: () => Date): MemberService {
  const { dataSource } = deps;
  return {
    list: (codes) => listMembers(dataSource, codes),
    find: (region) =>
      dataSource
        .getRepository(MemberEntity)
        .findOne({ where: { regionCode: region }, relations: { publication: true } }),
    async probes() {
      const rows = await dataSource.getRepository(MemberProbeEntity).find();
      return new Map(rows.map((row) => [row.regionCode, row]));
    },
    async lastPublished() {
      const rows = await dataSource
        .getRepository(PublicationEntity)
        .createQueryBuilder('publication')
        .select('publication.regionCode', 'region')
        .addSelect('max(publication.createdAt)', 'at')
        .where('publication.isServable')
        .groupBy('publication.regionCode')
        .getRawMany<{ region: string; at: Date }>();
      return new Map(rows.map(({ region, at }) => [region, at]));
    },
    async hostsOf(region) {
      const rows = await dataSource
        .getRepository(AllowedHostEntity)
        .find({ where: { regionCode: region }, order: { host: 'ASC' } });
      return rows.map(({ host }) => host);
    },
    invite: (region, hosts, actor) => invite(dataSource, { region, hosts, actor }),
    allowHost: (region, host, actor) => allowHost(dataSource, { region, host, actor }),
    removeHost: (region, host, actor) => removeHost(dataSource, { region, host, actor }),
    suspend: (region, reason, actor) => suspendMember(deps, { region, reason, actor, now }),
    resume: (region, actor) => resumeMember(deps, { region, actor }),
    declareMaintenance: (region, window, actor) => declareMaintenance(deps, { region, window, actor }),
  };
}

function listMembers(dataSource: DataSource, codes: readonly string[] | null | undefined): Promise<MemberEntity[]> {
  const query = dataSource
    .getRepository(MemberEntity)
    .createQueryBuilder('member')
    .leftJoinAndSelect('member.publication', 'publication')
    .orderBy('member.regionCode', 'ASC');
  if (codes != null) query.where('member.regionCode = ANY(:codes)', { codes });
  return query.getMany();
}

interface About {
  readonly region: string;
  readonly actor: string;
}

async function invite(
  dataSource: DataSource,
  { region, hosts, actor }: About & { readonly hosts: readonly string[] },
): Promise<MemberEntity | null> {
  if (findRegion(region) === undefined) return null;
  return dataSource.transaction(async (manager) => {
    const added = await manager
      .createQueryBuilder()
      .insert()
      .into(MemberEntity)
      .values({ regionCode: region, state: 'INVITED' })
      .orIgnore()
      .returning('id')
      .execute();
    const isNew = (added.raw as readonly unknown[]).length > 0;
    for (const host of hosts) await addHost(manager, region, host);
    if (isNew || hosts.length > 0) await writeAudit(manager, { actor, action: 'INVITE', region, details: { hosts } });
    return manager.findOneByOrFail(MemberEntity, { regionCode: region });
  });
}

type Manager = DataSource['manager'];

function addHost(manager: Manager, region: string, host: string): Promise<unknown> {
  const row = { regionCode: region, host };
  return manager.createQueryBuilder().insert().into(AllowedHostEntity).values(row).orIgnore().execute();
}

async function allowHost(
  dataSource: DataSource,
  { region, host, actor }: About & { readonly host: string },
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await addHost(manager, region, host);
    await writeAudit(manager, { actor, action: 'ALLOW_HOST', region, details: { host } });
  });
}

async function removeHost(
  dataSource: DataSource,
  { region, host, actor }: About & { readonly host: string },
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.delete(AllowedHostEntity, { regionCode: region, host });
    await writeAudit(manager, { actor, action: 'REMOVE_HOST', region, details: { host } });
  });
}
