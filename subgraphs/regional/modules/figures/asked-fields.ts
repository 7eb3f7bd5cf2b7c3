import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Fields of figures that are read from hours alone, or from nothing. */
const ADDITIVE = new Set([
  '__typename',
  'region',
  'scope',
  'answeredFor',
  'asOf',
  'isDemonstration',
  'workContracts',
  'hoursPlanned',
  'hoursDone',
  'breakdown',
  'keys',
]);

/** Whether no field that is asked of the figures counts anything: hours add up, and are read faster by themselves. */
export function asksHoursAlone({
  fieldNodes,
  fragments,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): boolean {
  const isAdditive = (selections: SelectionSetNode | undefined): boolean =>
    (selections?.selections ?? []).every((selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return ADDITIVE.has(selection.name.value) && isAdditive(selection.selectionSet);
        case Kind.INLINE_FRAGMENT:
          return isAdditive(selection.selectionSet);
        case Kind.FRAGMENT_SPREAD:
          return isAdditive(fragments[selection.name.value]?.selectionSet);
      }
    });
  return fieldNodes.every(({ selectionSet }) => isAdditive(selectionSet));
}
