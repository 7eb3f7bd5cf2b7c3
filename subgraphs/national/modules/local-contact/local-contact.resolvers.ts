import type { NationalContext } from '../../context';
import type { Resolvers } from '../../generated/resolver-types.generated';
import { gather } from '../../gather';
import { placeResultOf, placeResultsOf } from './place-result';
import { placeOf, type LocalContactService } from './local-contact.service';

interface Scoped {
  readonly scope: string;
}

/** Resolvers of "whom to call for a place". */
export function localContactResolvers(service: LocalContactService): Resolvers<NationalContext> {
  return {
    Query: {
      place: (_: unknown, { text }: { text: string }) => placeResultOf(text, service),
      places: (_: unknown, { texts }: { texts: readonly string[] }) => placeResultsOf(texts, service),
      localContact: (_: unknown, { commune }: { commune: string }) => service.scatter(commune),
    },
    LocalContact: {
      status: gather(service.status),
      isWhiteZone: gather(service.isWhiteZone),
      desks: gather(service.desks),
      desk: gather(
        (gathered: Parameters<typeof service.desks>[0], reasons) => service.desks(gathered, reasons)?.[0] ?? null,
      ),
      facilitators: gather(service.facilitators),
      communeCode: ({ scope }: Scoped) => placeOf(scope).code,
      communeName: ({ scope }: Scoped) => placeOf(scope).name,
      region: ({ scope }: Scoped) => ({ code: placeOf(scope).region }),
      coordinator: ({ scope }: Scoped, _: unknown, { correspondents }: NationalContext) => {
        const { region, departement } = placeOf(scope);
        return correspondents.coordinatorOf(region, departement);
      },
    },
  };
}
