import { editReply, type Loose, type Mutation } from '../../support/mutant-region';
import type { Mutant } from './mutant';

/** Changes the SDL that the region publishes; what it answers stays. */
function onSdl(edit: (sdl: string) => string): Mutation {
  return async (_, { passOn }) =>
    editReply(await passOn(), (json) => {
      const service = (json['data'] as Loose | null | undefined)?.['_service'] as { sdl?: string } | undefined;
      if (service?.sdl !== undefined) service.sdl = changed(service.sdl, edit);
    });
}

/** A mutation that changes nothing would be an unbroken region. */
function changed(sdl: string, edit: (sdl: string) => string): string {
  const result = edit(sdl);
  if (result === sdl) throw new Error('The mutation did not change the SDL');
  return result;
}

/** Regions whose published SDL is not the regional schema. */
export const SCHEMA_MUTANTS: readonly Mutant[] = [
  {
    does: 'publishes no SDL',
    reason: 'SDL_MISSING',
    mutation: async (question, { passOn }) => {
      const reply = await passOn();
      if (question.json?.query !== '{ _service { sdl } }' || reply.status !== 200) return reply;
      return { ...reply, body: JSON.stringify({ data: { _service: { sdl: null } } }) };
    },
  },
  {
    does: 'publishes SDL that is cut off',
    reason: 'SDL_UNREADABLE',
    mutation: onSdl((sdl) => `${sdl}\ntype BretagneExtra {`),
  },
  {
    does: 'lacks a type',
    reason: 'SCHEMA_TYPE_MISSING',
    mutation: onSdl((sdl) => sdl.replace(/type BretagneTerritory\b/, 'type BretagnePlace')),
  },
  {
    does: 'lacks a field',
    reason: 'SCHEMA_FIELD_MISSING',
    mutation: onSdl((sdl) => sdl.replace('hoursDone: HourHundredths', 'doneHours: HourHundredths')),
  },
  {
    does: 'makes a figure non-null',
    reason: 'SCHEMA_NOT_NULLABLE',
    mutation: onSdl((sdl) => sdl.replace('hoursDone: HourHundredths', 'hoursDone: HourHundredths!')),
  },
  {
    does: 'gives hours another type',
    reason: 'SCHEMA_FIELD_TYPE',
    mutation: onSdl((sdl) => sdl.replace('hoursDone: HourHundredths', 'hoursDone: Float')),
  },
  {
    does: 'needs an argument that the hub does not give',
    reason: 'SCHEMA_FIELD_TYPE',
    mutation: onSdl((sdl) => sdl.replace('desks: [BretagneDesk!]', 'desks(day: Date!): [BretagneDesk!]')),
  },
  {
    does: 'gives desks another key',
    reason: 'SCHEMA_KEY_DIFFERS',
    mutation: onSdl((sdl) => sdl.replace(/(type BretagneDesk\s+@key\(fields: )"id"/, '$1"name"')),
  },
  {
    does: 'shows contracts to everybody',
    reason: 'SCHEMA_ACCESS_DIFFERS',
    mutation: onSdl((sdl) =>
      sdl.replace(/(type BretagneContract\s+@key\(fields: "id"\))\s+@requiresScopes\([^)]*\)/, '$1'),
    ),
  },
  {
    does: 'shows clients its shards',
    reason: 'SCHEMA_ACCESS_DIFFERS',
    mutation: onSdl((sdl) => sdl.replace(/(type BretagneFigures\s+@key\([^)]*\))\s+@inaccessible/, '$1')),
  },
  {
    does: 'defines a root field',
    reason: 'SCHEMA_FOREIGN_NAME',
    mutation: onSdl((sdl) => `${sdl}\ntype Query { bretagne: BretagneNetwork }`),
  },
  {
    does: 'extends a type of another region',
    reason: 'SCHEMA_FOREIGN_NAME',
    mutation: onSdl((sdl) => `${sdl}\nextend type OccitanieDesk @key(fields: "id") { id: ID! }`),
  },
  {
    does: 'shares a field',
    reason: 'SCHEMA_FORBIDDEN_DIRECTIVE',
    mutation: onSdl((sdl) =>
      sdl.replace('coordinationName: String', 'coordinationName: String @federation__shareable'),
    ),
  },
  {
    does: 'publishes the birth dates of persons',
    reason: 'SCHEMA_PERSONAL_DATA',
    mutation: onSdl((sdl) => `${sdl}\ntype BretagneWorker { dateOfBirth: Date }`),
  },
];
