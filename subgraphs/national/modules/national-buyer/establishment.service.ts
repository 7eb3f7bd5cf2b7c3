import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { z } from 'zod';
import { geography } from '../../../kit/cog';
import { HubError } from '../../../kit/errors';
import { isSiren, isSiret } from '../../../kit/identifiers';
import type { Caller } from '../../../kit/identity';
import { ownSirensOf } from '../caller-scope';
import { firstProblem } from '../first-problem';
import { BuyerEstablishmentEntity } from './buyer-establishment.entity';
import { NationalBuyerEntity } from './national-buyer.entity';

/** Most establishments that one change holds. */
const MAX_ESTABLISHMENTS = 1_000;

/** What became of a change of establishments. */
export type EstablishmentOutcome =
  | { readonly status: 'done'; readonly buyer: NationalBuyerEntity }
  | { readonly status: 'not-found' }
  | { readonly status: 'invalid'; readonly field: string; readonly message: string };

/** Establishments of the buyers that the association supports, for one request. */
export interface EstablishmentService {
  /** By name, then by SIRET; none for a buyer that is only a party of the same convention. */
  ofBuyer(
    buyer: { readonly id: string; readonly siren: string },
    caller: Caller,
  ): Promise<readonly BuyerEstablishmentEntity[]>;
  /** Adds establishments to a buyer, or says anew those whose SIRET it has: all of them or none. Throws FORBIDDEN. */
  save(caller: Caller, input: unknown): Promise<EstablishmentOutcome>;
  /** Takes establishments from a buyer; those that it does not have are passed over. Throws FORBIDDEN. */
  remove(caller: Caller, input: unknown): Promise<EstablishmentOutcome>;
}

const siren = z.string().refine(isSiren, 'is not a SIREN: nine digits with a valid key');
const siret = z.string().refine(isSiret, 'is not a SIRET: fourteen digits with a valid key');
const commune = z
  .string()
  .refine((code) => geography().commune(code) !== undefined, 'is not the INSEE code of a commune of the 18 regions');

const savedInput = z
  .object({
    siren,
    establishments: z
      .array(z.object({ siret, name: z.string().trim().min(1).max(300), communeCode: commune.nullish() }))
      .min(1)
      .max(MAX_ESTABLISHMENTS),
  })
  .superRefine(({ siren: own, establishments }, context) => {
    const known = new Set<string>();
    for (const [index, { siret: given }] of establishments.entries()) {
      const path = ['establishments', index, 'siret'];
      if (!given.startsWith(own)) context.addIssue({ code: 'custom', path, message: 'is not one of this SIREN' });
      if (known.has(given)) context.addIssue({ code: 'custom', path, message: 'is named twice' });
      known.add(given);
    }
  });

const removedInput = z.object({ siren, sirets: z.array(siret).min(1).max(MAX_ESTABLISHMENTS) });

/** Builds the service; establishments of several buyers are read at once. */
export function createEstablishmentService(dataSource: DataSource): EstablishmentService {
  const byBuyer = establishmentsByBuyer(dataSource);
  const change = async <Input extends { readonly siren: string }>(
    caller: Caller,
    { schema, input }: { readonly schema: z.ZodType<Input>; readonly input: unknown },
    write: (buyer: NationalBuyerEntity, input: Input) => Promise<unknown>,
  ): Promise<EstablishmentOutcome> => {
    checkMayKeep(caller);
    const { success, data, error } = schema.safeParse(input);
    if (!success) return { status: 'invalid', ...firstProblem(error) };
    // Another buyer answers as one that is not there.
    if (!isOwn(caller, data.siren)) return { status: 'not-found' };
    const buyer = await dataSource.getRepository(NationalBuyerEntity).findOneBy({ siren: data.siren });
    if (buyer === null) return { status: 'not-found' };
    await write(buyer, data);
    return { status: 'done', buyer };
  };
  return {
    ofBuyer: async ({ id, siren: of }, caller) => (isOwn(caller, of) ? byBuyer.load(id) : []),
    save: (caller, input) =>
      change(caller, { schema: savedInput, input }, (buyer, { establishments }) =>
        dataSource.getRepository(BuyerEstablishmentEntity).upsert(
          establishments.map((row) => ({
            buyer,
            siret: row.siret,
            name: row.name,
            communeCode: row.communeCode ?? null,
            origin: 'ENTERED' as const,
          })),
          ['siret'],
        ),
      ),
    remove: (caller, input) =>
      change(caller, { schema: removedInput, input }, ({ id }, { sirets }) =>
        dataSource.getRepository(BuyerEstablishmentEntity).delete({ buyer: { id }, siret: In(sirets) }),
      ),
  };
}

/** Whether somebody acts in the name of a buyer, or of all. */
function isOwn(caller: Caller, siren: string): boolean {
  return ownSirensOf(caller)?.includes(siren) ?? true;
}

function establishmentsByBuyer(dataSource: DataSource) {
  return new DataLoader<string, readonly BuyerEstablishmentEntity[]>(
    async (ids) => {
      const rows = await dataSource.getRepository(BuyerEstablishmentEntity).find({
        where: { buyer: { id: In([...ids]) } },
        relations: { buyer: true },
        order: { name: 'ASC', siret: 'ASC' },
      });
      return ids.map((id) => rows.filter(({ buyer }) => buyer.id === id));
    },
    // What a mutation changed is read anew.
    { name: 'establishmentsByBuyer', cache: false },
  );
}

/** Throws FORBIDDEN unless it is the association or a buyer. */
function checkMayKeep({ role }: Caller): void {
  if (role === 'consolidator' || role === 'buyer') return;
  throw new HubError('FORBIDDEN', 'Establishments are kept by the buyer and by the national association.', {});
}
