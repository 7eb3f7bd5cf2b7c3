import { MAX_CELLS, codeListOf, labelOf, type Dimension, CODE_LISTS } from '../../../kit/catalogue';
import { geography } from '../../../kit/cog';
import { HubError } from '../../../kit/errors';
import { monthsBetween } from '../../../kit/months';
import { DateTime } from 'luxon';
import type { FiguresScope } from '../../../kit/scope';
import {
  type Audience,
  complementaryCells,
  discloseFigures,
  type DisclosedFigures,
  type FigurePart,
  hideHours,
} from '../../disclosure';
import type { CountedRegion, Directory } from '../../gather';
import { type Measures, ROW_MEASURES } from './indicator-catalogue';
import { sumMeasures } from './merge-figures';
import { isPlausible, readMeasures } from './read-shard';

/** One row of a region's breakdown, checked. */
export interface BreakdownRow {
  readonly keys: readonly string[];
  readonly measures: Measures;
}

/** One cell of the national breakdown. */
export interface BreakdownCell {
  readonly keys: readonly { readonly dimension: Dimension; readonly value: string; readonly label: string }[];
  readonly figures: DisclosedFigures;
}

const KEY_FORM = /^[A-Z0-9_-]{1,40}$/;

/**
 * Reads the breakdown of a shard. Undefined when it is not one: no list, too many rows, a row whose
 * keys do not fit the dimensions or appear twice, an implausible value.
 */
export function readBreakdown(
  shard: Readonly<Record<string, unknown>>,
  scope: FiguresScope,
  code: string,
): readonly BreakdownRow[] | undefined {
  const rows = shard['breakdown'];
  if (!Array.isArray(rows) || rows.length > MAX_CELLS) return undefined;
  const months = monthsBetween(scope.from, scope.to);
  const seen = new Set<string>();
  const read: BreakdownRow[] = [];
  for (const row of rows as unknown[]) {
    if (typeof row !== 'object' || row === null) return undefined;
    const fields = row as Readonly<Record<string, unknown>>;
    const keys = fields['keys'];
    const measures = readMeasures(fields, ROW_MEASURES);
    if (measures === undefined || !isPlausible(measures, months) || !areKeys(keys, scope, code)) return undefined;
    const identity = keys.join(' ');
    if (seen.has(identity)) return undefined;
    seen.add(identity);
    read.push({ keys, measures });
  }
  return read;
}

function areKeys(keys: unknown, scope: FiguresScope, code: string): keys is string[] {
  if (!Array.isArray(keys) || keys.length !== scope.by.length) return false;
  return keys.every((key: unknown, index) => {
    if (typeof key !== 'string' || !KEY_FORM.test(key)) return false;
    const dimension = scope.by[index];
    if (dimension === 'REGION') return key === code;
    return dimension !== 'MONTH' || (key >= scope.from && key <= scope.to);
  });
}

/** The rows that make one cell. */
interface CellRows {
  readonly keys: readonly string[];
  readonly parts: FigurePart[];
}

/**
 * Merges the rows of the counted regions into cells, in the order of their keys, as an audience may see them. Measures
 * are summed per cell; one that any of its rows lacks is null. Throws TOO_MANY_CELLS past the limit of one answer.
 */
export function mergeBreakdown(
  counted: readonly CountedRegion<readonly BreakdownRow[]>[],
  scope: FiguresScope,
  directory: Directory,
  audience: Audience,
): BreakdownCell[] {
  const cells = groupRows(counted, scope);
  return discloseCells(cells, scope, audience).map((figures, index) => ({
    keys: scope.by.map((dimension, position) => keyOf(dimension, cells[index]?.keys[position] ?? 'UNKNOWN', directory)),
    figures,
  }));
}

function groupRows(counted: readonly CountedRegion<readonly BreakdownRow[]>[], scope: FiguresScope): CellRows[] {
  const groups = new Map<string, CellRows>();
  for (const { code, values } of counted) {
    for (const { keys, measures } of values) {
      const identity = keys.join(' ');
      const group = groups.get(identity);
      if (group === undefined) groups.set(identity, { keys, parts: [{ code, measures }] });
      else group.parts.push({ code, measures });
    }
  }
  if (groups.size > MAX_CELLS) {
    const message = `The breakdown by ${scope.by.join(', ')} has ${groups.size} cells, more than ${MAX_CELLS}. Shorten the period, filter, or name fewer dimensions.`;
    throw new HubError('TOO_MANY_CELLS', message, { cells: groups.size, limit: MAX_CELLS });
  }
  return [...groups.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => group);
}

/** Discloses every cell by itself, then hides the hours that would give those of another away. */
function discloseCells(cells: readonly CellRows[], scope: FiguresScope, audience: Audience): DisclosedFigures[] {
  const disclosed = cells.map(({ parts }) => {
    const sums = sumMeasures(
      parts.map((part) => part.measures),
      ROW_MEASURES,
    );
    return discloseFigures(parts, sums, audience);
  });
  if (audience.kind !== 'ROUNDED') return disclosed;
  const hours = disclosed.map(({ measures, masked, precision }, index) => ({
    keys: cells[index]?.keys ?? [],
    hours: measures['hoursDone'] ?? null,
    isMasked: masked.some(({ indicator }) => indicator === 'HOURS_DONE'),
    isKnown: precision === 'EXACT',
  }));
  const hidden = complementaryCells(hours, scope.by);
  return disclosed.map((figures, index) => (hidden.has(index) ? hideHours(figures) : figures));
}

function keyOf(dimension: Dimension, value: string, directory: Directory): BreakdownCell['keys'][number] {
  return { dimension, value, label: labelOfKey(dimension, value, directory) };
}

function labelOfKey(dimension: Dimension, value: string, directory: Directory): string {
  if (value === 'UNKNOWN') return 'Non renseigné';
  if (dimension === 'REGION') return directory.nameOf(value);
  if (dimension === 'DEPARTEMENT') return geography().departement(value)?.name ?? value;
  if (dimension === 'MONTH') return DateTime.fromFormat(value, 'yyyy-MM', { locale: 'fr' }).toFormat('LLLL yyyy');
  const list = CODE_LISTS.some((candidate) => candidate.code === dimension) ? codeListOf(dimension) : undefined;
  return list === undefined ? value : labelOf(dimension, value);
}
