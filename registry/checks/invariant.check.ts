import { nationalSchema } from '../../schema';
import type { Region } from '../../subgraphs/kit/regions';
import type { CheckInput, CompositionOutcome, Finding } from './check-types';
import { finding } from './finding';
import { isOwn } from './names';
import type { RegionalTemplate } from './regional-template';
import { modelOf, modelWithout, type SupergraphModel } from './supergraph-model';

/** What the invariant is checked of. */
export interface Compositions {
  /** With the publication in its place. */
  readonly incoming: Extract<CompositionOutcome, { kind: 'COMPOSED' }>;
  /** With the bare template of the region and version in its place. */
  readonly baseline: CompositionOutcome;
}

/**
 * Whether a publication changes nothing but what is its own. Two comparisons, since what the hub itself generates for a
 * region may change, and only as the hub generates it:
 * with the supergraph that the bare template of the same version gives, every coordinate that is not the region's own
 * must be the same to the letter, and so must what the template gives the region;
 * with the supergraph that is served, everything must be the same once all that is there for the region's sake is left
 * out of both: its types, its place in unions, what is required of it.
 */
export function checkInvariant(
  input: CheckInput,
  template: RegionalTemplate,
  { incoming, baseline }: Compositions,
): readonly Finding[] {
  const { region } = input;
  if (baseline.kind !== 'COMPOSED') {
    const why = baseline.kind === 'REFUSED' ? (baseline.problems[0]?.message ?? '') : baseline.kind;
    const message = `The network does not compose with the regional schema as it is: ${why}`;
    return [finding(region, 'BASELINE_NOT_COMPOSED', {}, message)];
  }
  return [
    ...nationalFindings(input, template, incoming.nationalSdl),
    ...againstBaseline(template, modelOf(baseline.supergraphSdl), modelOf(incoming.supergraphSdl)),
    ...againstServed(input, incoming.supergraphSdl),
  ];
}

/** The publications of the network with one in the place of the region's present one, in the order of region codes. */
export function publicationsWith<Publication extends Pick<CheckInput, 'region' | 'sdl'>>(
  present: readonly Publication[],
  incoming: Publication,
): readonly Publication[] {
  const others = present.filter(({ region }) => region.code !== incoming.region.code);
  return [...others, incoming].toSorted((left, right) => (left.region.code < right.region.code ? -1 : 1));
}

/** The hub writes the national schema from what regions publish: extras must not show in it. */
function nationalFindings(input: CheckInput, { region, sdl }: RegionalTemplate, given: string): readonly Finding[] {
  const publications = publicationsWith(input.current.publications, { ...input, sdl });
  if (given === nationalSchema(publications)) return [];
  const message = 'The national schema differs from the one that the regional schema gives.';
  return [finding(region, 'NATIONAL_SCHEMA_CHANGED', {}, message)];
}

function againstBaseline(
  { region }: RegionalTemplate,
  baseline: SupergraphModel,
  incoming: SupergraphModel,
): readonly Finding[] {
  const isExtra = (coordinate: string) => isOwn(region, coordinate) && !baseline.has(coordinate);
  const shared = new Map([...incoming].filter(([coordinate]) => !isExtra(coordinate)));
  const extras = [...incoming].filter(([coordinate, { owners }]) => isExtra(coordinate) && !ALONE.test(owners));
  return [
    ...differences(region, baseline, shared),
    ...extras.map(([coordinate]) => {
      const message = `${coordinate} would involve other subgraphs than that of the region.`;
      return finding(region, 'OWNER_CHANGED', { coordinate }, message);
    }),
  ];
}

/** An extra belongs to one subgraph and asks nothing of others; arguments have no owner of their own. */
const ALONE = /^(?:@join__(?:type|field|enumValue)\(graph: \w+\))?$/;

function againstServed({ region, current }: CheckInput, incoming: string): readonly Finding[] {
  const others = current.publications.filter((publication) => publication.region.code !== region.code);
  // With a first member national interfaces get the guards of the types behind them; the baseline tells how.
  if (current.supergraphSdl === null || others.length === 0) return [];
  return differences(region, modelWithout(current.supergraphSdl, region), modelWithout(incoming, region));
}

function differences(region: Region, before: SupergraphModel, after: SupergraphModel): readonly Finding[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((coordinate) => {
    const was = before.get(coordinate);
    const is = after.get(coordinate);
    const report = (code: 'FOREIGN_COORDINATE_CHANGED' | 'OWNER_CHANGED', what: string) => [
      finding(region, code, { coordinate }, `${coordinate} ${what}.`),
    ];
    if (was === undefined) return report('FOREIGN_COORDINATE_CHANGED', 'would be new');
    if (is === undefined) return report('FOREIGN_COORDINATE_CHANGED', 'would be gone');
    if (was.owners !== is.owners) return report('OWNER_CHANGED', 'would be answered by other subgraphs');
    if (was.shape !== is.shape) return report('FOREIGN_COORDINATE_CHANGED', 'would be another');
    // A region describes its own types in its own words.
    if (was.description === is.description || isOwn(region, coordinate)) return [];
    return report('FOREIGN_COORDINATE_CHANGED', 'would be described in other words');
  });
}
