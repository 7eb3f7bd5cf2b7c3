import type { BooksContext } from '../books-context';
import { mayWrite } from '../may-write';
import { nounOf } from '../nouns';
import { buyerOf, linkContract, type LinkInput, readDecpContract } from './link-contract';

type Arguments = Readonly<Record<string, unknown>>;
type Resolver = (parent: unknown, args: Arguments, context: BooksContext) => unknown;

/** The query and the mutation of public contracts. */
export const DECP_RESOLVERS: Readonly<Record<'Query' | 'Mutation', Readonly<Record<string, Resolver>>>> = {
  Query: {
    decpContract: async (_parent, { id }, { region, actor, within, load }) => {
      mayWrite(actor, nounOf('Buyer'));
      const contract = await within((books) => readDecpContract(books, region, String(id)));
      return contract && { ...contract, id, buyer: () => load('Buyer', buyerOf(region, contract)) };
    },
  },
  Mutation: { linkContractToDecp: (_parent, { input }, context) => link(context, input as LinkInput) },
};

async function link({ region, actor, changing }: BooksContext, input: LinkInput): Promise<object> {
  mayWrite(actor, nounOf('Contract'));
  const outcome = await changing((books) => linkContract({ books, region, actor }, input));
  return outcome.__typename === 'conflict' ? { ...outcome, __typename: 'ContractVersionConflict' } : outcome;
}
