import { Kind, parse } from 'graphql';
import type { Dispatcher } from 'undici';
import { regionalSchema } from '../../schema';
import { createQuestionSigner } from '../../subgraphs/kit/signatures';
import type { Caller } from '../../subgraphs/kit/identity';
import type { Region } from '../../subgraphs/kit/regions';
import type { ConformanceOptions, ConformanceTarget } from '../conformance-target';
import { createTokens, type Endpoint, openEndpoint, type RawAnswer, type RawRequest, type Tokens } from '../endpoint';
import { NotConformant } from '../report';
import { isJson, type Json, objectsOf, shown } from './json';
import { createScopeWriter, type ScopeWriter } from './scopes';
import { type Watched, watchAnswer } from './watch-answers';

/** A caller who may see everything that a region answers. */
export const CONSOLIDATOR: Caller = { role: 'consolidator' };

/** A GraphQL answer. */
export interface GraphQLAnswer extends RawAnswer {
  readonly data: Json | null;
  readonly errors: readonly Json[];
}

/** What references led to. */
export interface Resolved {
  /** One per reference, in their order. */
  readonly entities: readonly (Json | null)[];
  readonly errors: readonly Json[];
  readonly answer: GraphQLAnswer;
}

/** The options of a run, complete. */
export type CompleteOptions = Required<Omit<ConformanceOptions, 'dispatcher' | 'onCheck' | 'period'>> &
  Pick<ConformanceOptions, 'period'> & { readonly dispatcher?: Dispatcher };

/** One run: what every check asks with, and what checks learned that others need. */
export interface Session {
  readonly region: Region;
  readonly schemaVersion: string;
  readonly options: CompleteOptions;
  readonly tokens: Tokens;
  readonly endpoint: Pick<Endpoint, 'durations' | 'close'>;
  readonly scopes: ScopeWriter;
  readonly watched: Readonly<Watched>;
  /** "ShardDesk" as the region names it. */
  typeOf(template: string): string;
  /** Of these fields, those that the region's version of the type has, as a selection. */
  select(template: string, fields: readonly string[]): string;
  send(raw: RawRequest): Promise<RawAnswer>;
  sendUnlessCut(raw: RawRequest): Promise<RawAnswer | undefined>;
  /** Asks a GraphQL question; a consolidator asks unless said. Throws ANSWER_MALFORMED for what is no answer. */
  ask(query: string, variables?: object, caller?: Caller): Promise<GraphQLAnswer>;
  /** Resolves references to one type, named as in the template. Throws ANSWER_MALFORMED. */
  resolve(template: string, references: readonly object[], selection: string, caller?: Caller): Promise<Resolved>;
  /** Makes something once per run. What failed is made anew. */
  once<Fact>(name: string, make: () => Promise<Fact>): Promise<Fact>;
  /** Whether the run has taken longer than it may. */
  isOutOfTime(): boolean;
  /** Forgets everything that was made once. */
  forget(): void;
}

/** Begins a run. Its owner closes the endpoint. */
export function openSession(target: ConformanceTarget, options: CompleteOptions): Session {
  const { region, schemaVersion, key } = target;
  const endpoint = openEndpoint({
    url: target.url,
    timeout: options.requestTimeoutMilliseconds,
    signer: createQuestionSigner(key.signing),
    dispatcher: options.dispatcher,
  });
  const tokens = createTokens(region.subgraph, key.signing);
  const watched: Watched = { leak: undefined, personal: undefined };
  const published = publishedFields(region, schemaVersion);
  const started = performance.now();
  const typeOf = (template: string) => region.prefix + template.slice('Shard'.length);
  const look = <Answer extends RawAnswer | undefined>(answer: Answer): Answer => {
    if (answer !== undefined) watchAnswer(answer, watched);
    return answer;
  };
  const session: Session = {
    region,
    schemaVersion,
    options,
    tokens,
    endpoint,
    scopes: createScopeWriter(region.code),
    watched,
    typeOf,
    select: (template, fields) => fields.filter((field) => published.get(typeOf(template))?.has(field)).join(' '),
    send: async (raw) => look(await endpoint.send(raw)),
    sendUnlessCut: async (raw) => look(await endpoint.sendUnlessCut(raw)),
    ask: async (query, variables = {}, caller = CONSOLIDATOR) => {
      const headers = { authorization: `Bearer ${await tokens.good(caller)}` };
      return readAnswer(await session.send({ body: JSON.stringify({ query, variables }), headers }));
    },
    resolve: async (template, references, selection, caller) => {
      const name = typeOf(template);
      const representations = references.map((reference) => ({ __typename: name, ...reference }));
      const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on ${name} { ${selection} } } }`;
      return readEntities(await session.ask(query, { representations }, caller), references.length);
    },
    ...createFacts(),
    isOutOfTime: () => performance.now() - started > options.maxRunMilliseconds,
  };
  return session;
}

/** What was made once; what failed is made anew. */
function createFacts(): Pick<Session, 'once' | 'forget'> {
  const facts = new Map<string, Promise<unknown>>();
  return {
    once: <Fact>(name: string, make: () => Promise<Fact>) => {
      const known = (facts.get(name) as Promise<Fact> | undefined) ?? make();
      facts.set(name, known);
      known.catch(() => facts.delete(name));
      return known;
    },
    forget: () => facts.clear(),
  };
}

function publishedFields(region: Region, version: string): ReadonlyMap<string, ReadonlySet<string>> {
  const objects = parse(regionalSchema(region, version), { noLocation: true }).definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  return new Map(
    objects.map(({ name, fields = [] }) => [name.value, new Set(fields.map((field) => field.name.value))]),
  );
}

/** Reads an answer as GraphQL over HTTP has it: an object with data, errors or both. Throws ANSWER_MALFORMED. */
export function readAnswer(raw: RawAnswer): GraphQLAnswer {
  const { json, status } = raw;
  if (!isJson(json)) throw malformed(`status ${status} came with a body that is no JSON object`);
  const { data = null, errors } = json;
  if (errors !== undefined && (!Array.isArray(errors) || !errors.every(isMessage))) {
    throw malformed('"errors" is not a list of errors with messages');
  }
  if (data === null && errors === undefined) throw malformed('there is neither data nor an error');
  if (data !== null && !isJson(data)) throw malformed('"data" is not an object');
  return { ...raw, data: data as Json | null, errors: objectsOf(errors) };
}

function readEntities(answer: GraphQLAnswer, length: number): Resolved {
  const { data, errors } = answer;
  if (data === null) return { entities: Array.from({ length }, () => null), errors, answer };
  const entities = data['_entities'];
  if (!Array.isArray(entities) || entities.length !== length) {
    throw malformed(`\`_entities\` is ${shown(entities)} and not a list of ${length}`);
  }
  if (!entities.every((entity) => entity === null || isJson(entity))) {
    throw malformed('`_entities` holds something that is neither an object nor null');
  }
  return { entities: entities as (Json | null)[], errors, answer };
}

function isMessage(error: unknown): boolean {
  return isJson(error) && typeof error['message'] === 'string';
}

function malformed(what: string): NotConformant {
  return new NotConformant('ANSWER_MALFORMED', `The answer is malformed: ${what}.`);
}
