import { CODE_LISTS, codeListOf } from '../../../kit/catalogue';
import { type InputProblem, problem } from '../rows/input-problem';
import { nearestOf } from '../rows/nearest-code';
import { nounRules, plainRule, type WholeRow } from './noun-rules';
import { placeProblems, territoryProblems } from './place-rules';

const withdrawnAfterShared = plainRule((row) => {
  const { sharedOn, withdrawnOn } = row;
  if (withdrawnOn == null || (typeof sharedOn === 'string' && sharedOn <= String(withdrawnOn))) return [];
  return [problem('DATES_OUT_OF_ORDER', 'withdrawnOn', "Un accord n'est retiré qu'après avoir été donné.")];
});

/** A local code stands for a code of an existing national list. */
function localCodeProblems(row: WholeRow): readonly InputProblem[] {
  const names = CODE_LISTS.map(({ code }) => code);
  const list = String(row['list']);
  if (!names.includes(list)) {
    return [problem('CODE_UNKNOWN', 'list', `« ${list} » n'est pas une liste nationale.`, nearestOf(list, names))];
  }
  const codes = codeListOf(list).entries.map(({ code }) => code);
  const national = String(row['nationalCode']);
  if (codes.includes(national)) return [];
  return [
    problem(
      'CODE_UNKNOWN',
      'nationalCode',
      `« ${national} » n'est pas dans la liste ${list}.`,
      nearestOf(national, codes),
    ),
  ];
}

/** Rules of the network and its lists. */
export const NETWORK_RULES = {
  DeskTerritory: nounRules({ problems: plainRule(territoryProblems) }),
  QualitativeRecord: nounRules({
    problems: async (books, region, row) => [
      ...placeProblems(row, 'territoryKind', 'territoryCode'),
      ...(await withdrawnAfterShared(books, region, row)),
    ],
  }),
  LocalCode: nounRules({ problems: plainRule(localCodeProblems) }),
};
