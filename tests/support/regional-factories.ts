import type { DataSource, DeepPartial, EntityTarget, ObjectLiteral } from 'typeorm';
import { withLuhnKey } from '../../subgraphs/kit/identifiers';
import { BuyerEntity } from '../../subgraphs/regional/modules/buyer';
import { ContractEntity } from '../../subgraphs/regional/modules/contract';
import { ContractorEntity } from '../../subgraphs/regional/modules/contractor';
import { DeclarationEntity } from '../../subgraphs/regional/modules/declaration';
import { DeskEntity, DeskTerritoryEntity } from '../../subgraphs/regional/modules/desk';
import { FacilitatorEntity } from '../../subgraphs/regional/modules/facilitator';
import { HourCommitmentEntity, LotEntity } from '../../subgraphs/regional/modules/lot';
import { CoordinationEntity } from '../../subgraphs/regional/modules/network';
import { OperationEntity } from '../../subgraphs/regional/modules/operation';
import { ParticipantEntity } from '../../subgraphs/regional/modules/participant';
import { HourEntryEntity, WorkContractEntity } from '../../subgraphs/regional/modules/work';

/** Builds rows of a region's books, with the parents that they lack. */
export type BookFactories = ReturnType<typeof createBookFactories>;

/** Factories that write to this database. `created_at` and identifiers are the database's. */
export function createBookFactories(dataSource: DataSource) {
  let count = 0;
  const next = (): number => (count += 1);
  const save = async <Row extends ObjectLiteral>(entity: EntityTarget<Row>, row: object): Promise<Row> => {
    const repository = dataSource.getRepository(entity);
    return repository.save(repository.create({ origin: 'ENTERED', ...row } as unknown as DeepPartial<Row>));
  };
  /** Who validates hours in tests: of a desk that opens long after every period, so that no figure counts either. */
  const validator = async () => {
    const found = await dataSource.getRepository(FacilitatorEntity).findOneBy({ name: 'Contrôle' });
    if (found !== null) return found;
    const desk = await factories.buildDesk({ name: 'Contrôle', openedOn: '2099-12-01' });
    return factories.buildFacilitator({ deskId: desk.id, name: 'Contrôle', startedOn: '2099-12-01' });
  };
  const factories = {
    buildCoordination: (overrides: Partial<CoordinationEntity> = {}) =>
      save(CoordinationEntity, { regionCode: '53', name: 'Coordination', organisation: 'Réseau', ...overrides }),
    buildDesk: (overrides: Partial<DeskEntity> = {}) =>
      save(DeskEntity, { name: `Guichet ${next()}`, hostType: 'MDE', openedOn: '2015-01-01', ...overrides }),
    buildTerritory: async (overrides: Partial<DeskTerritoryEntity> = {}) =>
      save(DeskTerritoryEntity, {
        deskId: overrides.deskId ?? (await factories.buildDesk()).id,
        kind: 'DEPARTEMENT',
        code: '29',
        name: 'Finistère',
        ...overrides,
      }),
    buildDeclaration: async (overrides: Partial<DeclarationEntity> = {}) =>
      save(DeclarationEntity, {
        deskId: overrides.deskId ?? (await factories.buildDesk()).id,
        month: '2021-01-01',
        declaredAt: new Date('2021-02-05T09:00:00Z'),
        ...overrides,
      }),
    buildFacilitator: async (overrides: Partial<FacilitatorEntity> = {}) =>
      save(FacilitatorEntity, {
        deskId: overrides.deskId ?? (await factories.buildDesk()).id,
        name: `Personne ${next()}`,
        startedOn: '2016-01-01',
        ...overrides,
      }),
    buildBuyer: (overrides: Partial<BuyerEntity> = {}) =>
      save(BuyerEntity, {
        siren: withLuhnKey(String(20_000_000 + next())),
        name: 'Commune',
        kind: 'LOCAL_AUTHORITY',
        ...overrides,
      }),
    buildOperation: async (overrides: Partial<OperationEntity> = {}) =>
      save(OperationEntity, {
        buyerId: overrides.buyerId ?? (await factories.buildBuyer()).id,
        title: 'Écoquartier',
        ...overrides,
      }),
    buildContract: async (overrides: Partial<ContractEntity> = {}) =>
      save(ContractEntity, {
        buyerId: overrides.buyerId ?? (await factories.buildBuyer()).id,
        title: `Marché ${next()}`,
        sector: 'BTP',
        clauseType: 'EXECUTION_CONDITION',
        departementCode: '29',
        ...overrides,
      }),
    buildLot: async (overrides: Partial<LotEntity> = {}) =>
      save(LotEntity, {
        contractId: overrides.contractId ?? (await factories.buildContract()).id,
        number: next(),
        title: 'Gros œuvre',
        ...overrides,
      }),
    buildCommitment: async (overrides: Partial<HourCommitmentEntity> = {}) =>
      save(HourCommitmentEntity, {
        lotId: overrides.lotId ?? (await factories.buildLot()).id,
        month: '2021-01-01',
        hours: '100.00',
        ...overrides,
      }),
    buildContractor: (overrides: Partial<ContractorEntity> = {}) =>
      save(ContractorEntity, {
        siret: withLuhnKey(String(3_000_000_000_000 + next())),
        name: 'Entreprise',
        ...overrides,
      }),
    buildParticipant: (overrides: Partial<ParticipantEntity> = {}) =>
      save(ParticipantEntity, {
        pseudonym: `P${next()}`,
        birthYear: 1990,
        sex: 'F',
        educationLevel: 'LEVEL_3',
        criterion: 'RSA',
        livesInQpv: false,
        ...overrides,
      }),
    buildWorkContract: async (overrides: Partial<WorkContractEntity> = {}) =>
      save(WorkContractEntity, {
        participantId: overrides.participantId ?? (await factories.buildParticipant()).id,
        lotId: overrides.lotId ?? (await factories.buildLot()).id,
        deskId: overrides.deskId ?? (await factories.buildDesk()).id,
        employerId: overrides.employerId ?? (await factories.buildContractor()).id,
        type: 'CDDI',
        executionMode: 'DIRECT_HIRE',
        startsOn: '2021-01-01',
        ...overrides,
      }),
    buildHours: async (overrides: Partial<HourEntryEntity> = {}) =>
      save(HourEntryEntity, {
        workContractId: overrides.workContractId ?? (await factories.buildWorkContract()).id,
        month: '2021-01-01',
        hours: '70.25',
        state: 'VALIDATED',
        validatedBy: overrides.validatedBy ?? (await validator()).id,
        ...overrides,
      }),
  };
  return factories;
}
