import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import type { Caller } from '../kit/identity';
import { type Audience, audienceOf, type DisclosureThresholds } from './disclosure';
import { type AbsenceReasons, type Directory, readAbsenceReasons, withMaintenance } from './gather';
import type { Generation } from './membership';
import { type ApiKeyService, createApiKeyService } from './modules/api-key';
import {
  type CorrespondentService,
  createCorrespondentService,
  createDirectoryService,
  type DirectoryService,
} from './modules/correspondent';
import {
  createMobilisationService,
  createProgrammeService,
  type MobilisationService,
  type ProgrammeService,
} from './modules/mobilisation';
import {
  createEstablishmentService,
  createNationalBuyerService,
  type EstablishmentService,
  type NationalBuyerService,
} from './modules/national-buyer';
import { createNetworkLifeService, type NetworkLifeService } from './modules/network-life';
import { createPartnershipService, type PartnershipService } from './modules/partnership';
import { createReminderService, type ReminderService } from './modules/reminder';

/** What every resolver of one request shares. */
export interface NationalContext {
  /** On whose behalf the gateway asks. */
  readonly caller: Caller;
  /** Who the caller is; known in mutations only. */
  readonly subject: string | undefined;
  /** How precisely figures may speak to the caller. */
  readonly audience: Audience;
  readonly directory: Directory;
  /** Today in Paris, YYYY-MM-DD. */
  readonly today: () => string;
  /** The membership that the question is answered for. */
  readonly generation: Generation;
  /** Why regions are absent, as the gateway says; it decorates coverage and decides nothing. */
  readonly reasons: AbsenceReasons;
  readonly correspondents: CorrespondentService;
  /** Posts of the directory, for those who keep it. */
  readonly posts: DirectoryService;
  readonly nationalBuyers: NationalBuyerService;
  readonly establishments: EstablishmentService;
  readonly partnerships: PartnershipService;
  readonly apiKeys: ApiKeyService;
  readonly mobilisation: MobilisationService;
  readonly programmes: ProgrammeService;
  readonly reminders: ReminderService;
  readonly networkLife: NetworkLifeService;
}

/** What the request itself says, and the rules it meets. */
export interface IncomingFacts {
  readonly caller: Caller;
  readonly subject?: string | undefined;
  readonly regionStatusHeader: string | undefined;
  readonly now: Date;
  readonly disclosure: DisclosureThresholds;
}

/** Builds the context of one request. */
export function createNationalContext(
  dataSource: DataSource,
  generation: Generation,
  { caller, subject, regionStatusHeader, now, disclosure }: IncomingFacts,
): NationalContext {
  // Few ask for it, and time zones are dear.
  const today = () => DateTime.fromJSDate(now, { zone: 'Europe/Paris' }).toISODate() ?? '';
  const facts = {
    caller,
    subject,
    audience: audienceOf(caller, disclosure),
    directory: generation.directory,
    today,
    generation,
    reasons: withMaintenance(readAbsenceReasons(regionStatusHeader), generation.network, now),
  };
  return withServices(facts, {
    correspondents: () => createCorrespondentService(dataSource, today, caller),
    posts: () => createDirectoryService(dataSource, today),
    nationalBuyers: () => createNationalBuyerService(dataSource),
    establishments: () => createEstablishmentService(dataSource),
    partnerships: () => createPartnershipService(dataSource),
    apiKeys: () => createApiKeyService(dataSource, now),
    mobilisation: () => createMobilisationService(dataSource, now),
    programmes: () => createProgrammeService(dataSource, now),
    reminders: () => createReminderService(dataSource, now),
    networkLife: () => createNetworkLifeService(dataSource, now),
  });
}

/** What makes each service, by its name. */
type Makers<Services> = { readonly [Name in keyof Services]: () => Services[Name] };

/** Facts with services that are made when they are first asked for: a question needs few of them, most none. */
function withServices<Facts extends object, Services extends object>(
  facts: Facts,
  makers: Makers<Services>,
): Facts & Services {
  for (const name of Object.keys(makers) as (keyof Services & string)[]) {
    const get = () => {
      const value = makers[name]();
      Object.defineProperty(facts, name, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(facts, name, { get, enumerable: true, configurable: true });
  }
  return facts as Facts & Services;
}
