import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { Network } from '../../kit/network';
import type { Region } from '../../kit/regions';
import { codeListOf } from '../../kit/catalogue';
import { geography, readCogRegions } from '../../kit/cog';
import { withLuhnKey } from '../../kit/identifiers';
import { CorrespondentEntity } from '../modules/correspondent';
import { BuyerEstablishmentEntity, NationalBuyerEntity } from '../modules/national-buyer';
import { saveNetworkLife } from './demonstration-network';
import { saveRequests } from './demonstration-requests';
import { PartnershipEntity, PartnershipObjectiveEntity } from '../modules/partnership';

const ORIGIN = 'DEMONSTRATION' as const;

/**
 * The buyer of national scale that the regional demonstration makes active in every region. The SIREN is
 * the example of the API's documentation; name, partnership and hours are invented.
 */
const BUYER = { siren: '552081317', name: 'Acheteur national de démonstration n° 1 (démonstration)' };

const CODES_OF_SECTORS = codeListOf('SECTOR').entries.map(({ code }) => code);

/** Shaped like a published convention: hours on works and on services, each with its deadline. */
const OBJECTIVES = [
  { label: 'Travaux (démonstration)', hours: '400000.00', deadline: '2029-12-31', sectors: ['BTP'] },
  {
    label: 'Autres prestations (démonstration)',
    hours: '150000.00',
    deadline: '2029-12-31',
    sectors: CODES_OF_SECTORS.filter((code) => code !== 'BTP'),
  },
];

/** A region where departmental coordinations stand beside the regional one: Île-de-France has eight. */
const REGION_WITH_DEPARTMENTAL_POSTS = '11';

/**
 * Fills the national level of the demonstration network: one correspondent per member region, the
 * departmental ones of Île-de-France, one national buyer with its partnership and requests on their way, a training and
 * a model clause. Returns the number of rows written; 0 when demonstration rows are already there. Every row says that it is one.
 */
export async function loadNationalDemonstration(
  dataSource: DataSource,
  network: Network,
  now = new Date(),
): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const present = await manager.getRepository(CorrespondentEntity).countBy({ origin: ORIGIN });
    if (present > 0) return 0;
    const posts = network.members.flatMap(({ region }) => postsOf(region));
    await manager.getRepository(CorrespondentEntity).save(posts);
    const regions = network.members.map(({ region }) => region);
    const requests = await saveRequests(manager, BUYER.siren, regions, now);
    return posts.length + (await saveBuyer(manager)) + requests + (await saveNetworkLife(manager, now));
  });
}

function postsOf(region: Region) {
  const regional = post(
    region,
    [],
    `Coordination régionale ${region.name} (démonstration)`,
    `Coordinateur de démonstration ${region.code}`,
  );
  if (region.code !== REGION_WITH_DEPARTMENTAL_POSTS) return [regional];
  const departements = geography()
    .departements()
    .filter((departement) => departement.region === region.code);
  const departmental = departements.map(({ code, name }) =>
    post(
      region,
      [code],
      `Coordination départementale ${name} (démonstration)`,
      `Coordinateur de démonstration ${code}`,
    ),
  );
  return [regional, ...departmental];
}

function post(region: Region, departements: string[], organisation: string, name: string) {
  const place = departements[0] ?? region.code;
  return {
    publicId: randomUUID(),
    regionCode: region.code,
    departements,
    name,
    function: departements.length === 0 ? 'Coordinateur régional' : 'Coordinateur départemental',
    organisation,
    email: `coordination-${place.toLowerCase()}@exemple.maillage.invalid`,
    phone: `01 99 00 ${place.padStart(4, '0').slice(0, 2)} ${place.padStart(4, '0').slice(2, 4)}`,
    validFrom: '2020-01-01',
    isPublished: true,
    validTo: null,
    origin: ORIGIN,
  };
}

async function saveBuyer(manager: EntityManager): Promise<number> {
  const buyer = await manager.getRepository(NationalBuyerEntity).save({ ...BUYER, origin: ORIGIN });
  const partnership = await manager
    .getRepository(PartnershipEntity)
    .save({ buyer, signedOn: '2020-01-15', endsOn: null, origin: ORIGIN });
  const objectives = OBJECTIVES.map((objective) => ({ ...objective, partnership, origin: ORIGIN }));
  await manager.getRepository(PartnershipObjectiveEntity).save(objectives);
  const establishments = establishmentsOf(buyer);
  await manager.getRepository(BuyerEstablishmentEntity).save(establishments);
  return 2 + objectives.length + establishments.length;
}

/** One for each region, at its chief town; numbers that nobody has. */
function establishmentsOf(buyer: NationalBuyerEntity) {
  const regions = readCogRegions().filter(({ zone }) => zone !== 'com');
  return regions.map(({ nom, chefLieu }, index) => ({
    buyer,
    siret: withLuhnKey(`${BUYER.siren}${String(9_000 + index)}`),
    name: `Direction régionale ${nom} (démonstration)`,
    communeCode: chefLieu,
    origin: ORIGIN,
  }));
}
