import { REGIONS } from '../../subgraphs/kit/regions';
import { expect } from '../report';
import { type Json, numberOf, type Session, shown, textOf } from '../session';
import type { CheckGroup } from './check';
import {
  DESK_FIELDS,
  FACILITATOR_FIELDS,
  idsOf,
  readNetwork,
  RECORD_FIELDS,
  STRATEGY_FIELDS,
  TERRITORY_FIELDS,
} from './network-facts';

/** Rows of one type that are looked up again by their keys. */
const SAMPLE = 25;
/** Local identifier that no region has: the largest that is allowed. */
const UNKNOWN_LOCAL = '999999999999';
/** Types whose key is an identifier. */
const BY_ID = ['ShardDesk', 'ShardTerritory', 'ShardFacilitator', 'ShardContract', 'ShardBuyer'];

/** Another region of the law. */
export function otherRegionOf({ region }: Session): string {
  return REGIONS.find(({ code }) => code !== region.code)?.code ?? '';
}

/** Looks rows up by their keys and compares them with what a list said of them. */
async function compareByKey(
  session: Session,
  template: string,
  fields: readonly string[],
  rows: readonly Json[],
): Promise<void> {
  const sample = [...new Map(rows.map((row) => [textOf(row, 'id') ?? '', row])).values()].slice(0, SAMPLE);
  if (sample.length === 0) return;
  const references = sample.map((row) => ({ id: row['id'] }));
  const { entities } = await session.resolve(template, references, session.select(template, fields));
  sample.forEach((row, index) => {
    const found = entities[index];
    const name = `${session.typeOf(template)} ${shown(row['id'])}`;
    expect(found != null, 'ENTITY_NOT_RESOLVED', `${name} is named in a list and not found by its key.`);
    const differing = fields.find((field) => field in row && shown(row[field]) !== shown(found[field]));
    const values = () => `${shown(row[differing ?? ''])} in a list and ${shown(found[differing ?? ''])} by its key`;
    expect(differing === undefined, 'ENTITY_DIFFERS', () => `${name} has the ${differing} ${values()}.`);
  });
}

/** That rows are found by their keys, and nothing else is. */
export const entitiesChecks: CheckGroup = {
  name: 'entities',
  needs: ['endpoint.answers', 'schema.types'],
  checks: [
    {
      name: 'network',
      title: 'resolves the network of the region with its desks',
      run: async (session) => void (await readNetwork(session)),
    },
    {
      name: 'by-key',
      title: 'finds desks, territories, facilitators, strategies and records by their keys, as lists show them',
      needs: ['entities.network'],
      run: async (session) => {
        const { desks, territories, facilitators, strategies, records } = await readNetwork(session);
        await compareByKey(session, 'ShardStrategy', STRATEGY_FIELDS, strategies);
        await compareByKey(session, 'ShardRecord', RECORD_FIELDS, records);
        await compareByKey(session, 'ShardDesk', DESK_FIELDS, desks);
        await compareByKey(session, 'ShardTerritory', TERRITORY_FIELDS, territories);
        await compareByKey(session, 'ShardFacilitator', FACILITATOR_FIELDS, facilitators);
      },
    },
    {
      name: 'identifiers',
      title: 'names its rows by its code and a local identifier',
      needs: ['entities.network'],
      run: async (session) => {
        const { network, desks, territories, facilitators, strategies, records } = await readNetwork(session);
        const foreign = idsOf([...desks, ...territories, ...facilitators, ...strategies, ...records]).find(
          (id) => !id.startsWith(`${session.region.code}-`),
        );
        expect(foreign === undefined, 'ID_NOT_OWN', `The network names the row ${shown(foreign)}.`);
        const { region } = network;
        expect(region === session.region.code, 'ID_NOT_OWN', `The network says that it is of region ${shown(region)}.`);
      },
    },
    {
      name: 'unknown',
      title: 'gives null for a key that it does not know',
      run: async (session) => {
        for (const template of BY_ID) {
          const id = `${session.region.code}-${UNKNOWN_LOCAL}`;
          const { entities, errors } = await session.resolve(template, [{ id }], 'id');
          const name = `${session.typeOf(template)} ${id}`;
          expect(entities[0] == null, 'UNKNOWN_KEY_ANSWERED', () => `${name} is answered by ${shown(entities[0])}.`);
          expect(errors.length === 0, 'UNKNOWN_KEY_FAILS', () => `${name} fails: ${shown(errors)}.`);
        }
      },
    },
    {
      name: 'foreign',
      title: 'gives nothing for a reference of another region',
      needs: ['entities.network'],
      run: async (session) => {
        const { desks } = await readNetwork(session);
        const other = otherRegionOf(session);
        const known = (idsOf(desks)[0] ?? '').slice(session.region.code.length);
        const scope = session.scopes.figures({ from: '2021-01', to: '2021-12' });
        const asked: readonly (readonly [string, object, string])[] = [
          ['ShardDesk', { id: `${other}${known}` }, 'id name'],
          ['ShardNetwork', { region: other }, 'region facilitatorCount'],
          ['ShardDirectory', { region: other, scope: session.scopes.directory() }, 'answeredFor deskIds'],
          ['ShardFigures', { region: other, scope }, 'answeredFor hoursDone'],
        ];
        for (const [template, reference, selection] of asked) {
          const { entities } = await session.resolve(template, [reference], selection);
          const what = () => `${session.typeOf(template)} of ${shown(reference)} is answered by ${shown(entities[0])}.`;
          expect(entities[0] == null, 'FOREIGN_REFERENCE_ANSWERED', what);
        }
      },
    },
    {
      name: 'order',
      title: 'answers references in their order, repeated and unknown ones among them',
      needs: ['entities.by-key', 'entities.unknown'],
      run: async (session) => {
        const { territories, desks } = await readNetwork(session);
        const [template, rows] = territories.length > 1 ? ['ShardTerritory', territories] : ['ShardDesk', desks];
        const known = [...new Set(idsOf(rows))].slice(0, 8);
        const asked = [...[...known].reverse(), `${session.region.code}-${UNKNOWN_LOCAL}`, ...known];
        const { entities } = await session.resolve(
          template,
          asked.map((id) => ({ id })),
          'id',
        );
        const answered = entities.map((entity) => entity?.['id'] ?? null);
        const wanted = asked.map((id) => (id.endsWith(UNKNOWN_LOCAL) ? null : id));
        const what = () => `Asked for ${shown(asked)}, the answer is ${shown(answered)}.`;
        expect(shown(answered) === shown(wanted), 'ENTITIES_OUT_OF_ORDER', what);
      },
    },
    {
      name: 'apart',
      title: 'answers the other references of a request when one cannot be answered',
      needs: ['entities.network'],
      run: async (session) => {
        const query = `query ($references: [_Any!]!) { _entities(representations: $references) {
          ... on ${session.typeOf('ShardFigures')} { hoursDone }
          ... on ${session.typeOf('ShardNetwork')} { facilitatorCount } } }`;
        const { code } = session.region;
        const references = [
          { __typename: session.typeOf('ShardFigures'), region: code, scope: 'bm90IGEgc2NvcGU' },
          { __typename: session.typeOf('ShardNetwork'), region: code },
        ];
        const { data } = await session.ask(query, { references });
        const second = (data?.['_entities'] as readonly (Json | null)[] | undefined)?.[1];
        const isAnswered = second != null && numberOf(second, 'facilitatorCount') !== undefined;
        expect(isAnswered, 'FAILURE_SPREADS', 'A malformed scope in a request left the network beside it unanswered.');
      },
    },
  ],
};
