import type { NationalContext } from '../../context';
import type { Resolvers } from '../../generated/resolver-types.generated';
import { CODE_LISTS, type CodeList } from '../../../kit/catalogue';
import { HubError } from '../../../kit/errors';

/** Resolvers of the code lists. */
export function codeListResolvers(): Resolvers<NationalContext> {
  return {
    Query: {
      codeLists: (_: unknown, { codes }: { codes?: readonly string[] | null }) => listsOf(codes),
    },
  };
}

function listsOf(codes?: readonly string[] | null): readonly CodeList[] {
  if (codes == null) return CODE_LISTS;
  return codes.map((code) => {
    const list = CODE_LISTS.find((candidate) => candidate.code === code);
    if (list !== undefined) return list;
    const known = CODE_LISTS.map((candidate) => candidate.code);
    const message = `\`codes\` holds "${code.slice(0, 40)}", which is no code list. Known lists: ${known.join(', ')}.`;
    throw new HubError('FILTER_VALUE_UNKNOWN', message, { argument: 'codes', value: code.slice(0, 40) });
  });
}
