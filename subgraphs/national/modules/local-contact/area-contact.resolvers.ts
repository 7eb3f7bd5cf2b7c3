import type { NationalContext } from '../../context';
import type { Resolvers } from '../../generated/resolver-types.generated';
import { gather, type Gathered } from '../../gather';
import type { AreaAnswer, AreaContactService } from './area-contact.service';
import { placeOfCommune } from './place-result';

interface Scoped {
  readonly scope: string;
}

/** Resolvers of "whom to call in an area". */
export function areaContactResolvers(service: AreaContactService): Resolvers<NationalContext> {
  const answered = <Result>(read: (answer: AreaAnswer) => Result) =>
    gather((gathered: Gathered, reasons) => read(service.answer(gathered, reasons)));
  return {
    Query: {
      areaContact: (_: unknown, { code }: { code: string }) => service.scatter(code),
    },
    AreaContact: {
      kind: ({ scope }: Scoped) => service.areaOf(scope).kind,
      code: ({ scope }: Scoped) => service.areaOf(scope).area.code,
      name: ({ scope }: Scoped) => service.areaOf(scope).area.name,
      communeCount: ({ scope }: Scoped) => service.areaOf(scope).communes.length,
      population: ({ scope }: Scoped) => service.areaOf(scope).area.population,
      coordinators: async ({ scope }: Scoped, _: unknown, { correspondents }: NationalContext) => {
        const regions = new Map(service.areaOf(scope).communes.map(({ departement, region }) => [departement, region]));
        const coordinators = [...regions].map(async ([departement, region]) => ({
          departement,
          coordinator: await correspondents.coordinatorOf(region, departement),
        }));
        return Promise.all(coordinators);
      },
      coverage: answered(({ coverage }) => coverage),
      desks: answered(({ desks }) => desks),
      facilitators: answered(({ facilitators }) => facilitators),
      whiteZones: answered(({ whiteZones }) => whiteZones?.map(placeOfCommune) ?? null),
      whitePopulation: answered(
        ({ whiteZones }) => whiteZones?.reduce((sum, { population }) => sum + population, 0) ?? null,
      ),
    },
  };
}
