import { areaNamed, type Commune, type NamedArea } from '../../../kit/cog';
import { HubError } from '../../../kit/errors';
import { decodeAreaScope, encodeScope, type Membership } from '../../../kit/scope';
import { type AbsenceReasons, type Gathered, matchShards, type RegionOutcome } from '../../gather';
import { type PlaceDesks, readPlaceDesks } from './local-contact.service';

/** The question of one commune to its region. */
export interface CommuneQuestion {
  readonly commune: Commune;
  readonly membership: Membership;
  readonly scope: string;
}

/** What one region says of all its communes of an area. */
export type AreaOutcome = RegionOutcome<readonly { readonly commune: Commune; readonly desks: PlaceDesks }[]>;

/** The question of every commune of an area, in the order of its communes. */
export function questionsOf({ communes }: NamedArea, { version, asked }: Membership): readonly CommuneQuestion[] {
  return communes.map((commune) => {
    const { code, epci, departement, region } = commune;
    const membership = { version, expected: [region], asked: asked.includes(region) ? [region] : [] };
    const scope = encodeScope({ kind: 'DIRECTORY', place: { commune: code, epci, departement }, membership });
    return { commune, membership, scope };
  });
}

/** The area that a scope asks about. Throws SCOPE_INVALID for any other scope. */
export function areaOfScope(scope: string): NamedArea {
  const area = areaNamed(decodeAreaScope(scope).code);
  if (area === undefined) throw new HubError('SCOPE_INVALID', 'The scope names no area that is known.');
  return area;
}

/**
 * What became of every region of the area. One counts when it answered for every one of its communes: with one missing, what of the
 * area has no desk would be a guess.
 */
export function areaOutcomes({ scope, shards }: Gathered, reasons: AbsenceReasons): readonly AreaOutcome[] {
  const { membership } = decodeAreaScope(scope);
  const questions = questionsOf(areaOfScope(scope), membership);
  const asked = questions.filter((question) => question.membership.asked.length > 0);
  // References were given in the order of the communes: each shard of a list of the same length stands in its place.
  const places = new Map(shards.length === asked.length ? asked.map(({ scope }, place) => [scope, place]) : []);
  const found = questions.map((question) => {
    const place = places.get(question.scope);
    const own = place === undefined ? shards : [shards[place]];
    return { ...question, outcome: matchShards({ ...question, shards: own, reasons, read: readPlaceDesks })[0] };
  });
  return membership.expected.map((code): AreaOutcome => {
    const values = [];
    for (const { commune, outcome } of found.filter(({ commune: { region } }) => region === code)) {
      if (outcome?.kind !== 'counted') return { kind: 'absent', code, status: outcome?.status ?? 'MISSING' };
      values.push({ commune, desks: outcome.values });
    }
    return { kind: 'counted', code, status: 'LIVE', values };
  });
}
