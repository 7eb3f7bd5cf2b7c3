import { GraphQLEnumType, type GraphQLLeafType } from 'graphql';

/** Whether a value may stand in the answer where that field, a leaf of that type, was asked. */
export type LeafCheck = (type: GraphQLLeafType, value: unknown, field: string) => boolean;

const MAX_INT = 2 ** 31 - 1;
const MIN_INT = -(2 ** 31);

/**
 * Values as any conforming subgraph serialises them. The ranges of the hub's own scalars are those of
 * their descriptions in the schema: a number out of range is nonsense, never a figure.
 */
export const isConformingLeaf: LeafCheck = (type, value) => {
  if (type instanceof GraphQLEnumType) return typeof value === 'string' && type.getValue(value) !== undefined;
  switch (type.name) {
    case 'Int':
      return Number.isInteger(value) && Number(value) >= MIN_INT && Number(value) <= MAX_INT;
    case 'Float':
      return Number.isFinite(value);
    case 'Boolean':
      return typeof value === 'boolean';
    case 'ID':
      return typeof value === 'string' || Number.isSafeInteger(value);
    case 'Count':
      return Number.isSafeInteger(value) && Number(value) >= 0;
    case 'HourHundredths':
      return Number.isSafeInteger(value);
    default:
      return typeof value === 'string';
  }
};

/**
 * The same for a region, which may speak for itself only: every identifier starts with its code, and
 * every region it names is itself, and its shards answer for it.
 */
export function leafCheckOfRegion(regionCode: string): LeafCheck {
  const prefix = `${regionCode}-`;
  const claim = `${regionCode}:`;
  return (type, value, field) => {
    if (field === 'answeredFor') return typeof value === 'string' && value.startsWith(claim);
    if (type.name === 'ID') return typeof value === 'string' && value.startsWith(prefix);
    if (type.name === 'RegionCode') return value === regionCode;
    return isConformingLeaf(type, value, field);
  };
}
