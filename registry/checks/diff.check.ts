import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildASTSchema, type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import type { CheckInput, Finding, Usage } from './check-types';
import { finding, lineOf } from './finding';
import type { FindingCode } from './finding-codes';
import type { RegionalTemplate } from './regional-template';
import { elementsOf } from './schema-elements';
import { describeUsers, indexUsage, type UsageIndex } from './usage-of';

/** Directives whose application tells who may ask. Of the others only @deprecated may change, which has its own change. */
const ACCESS = /^(authenticated|requiresScopes|policy)$/;

/**
 * What a publication changes of what its region gives now, and who uses what it takes away. Something that is taken
 * away fails only if it is used: by an operation that is registered, or that the gateway saw in the last 30 days.
 */
export async function checkDiff(
  document: DocumentNode,
  present: string,
  input: Pick<CheckInput, 'region' | 'usage'>,
  template: RegionalTemplate,
): Promise<readonly Finding[]> {
  const changes = await diff(schemaOf(parse(present, { noLocation: true })), schemaOf(document));
  const usage = indexUsage(input.usage);
  const lines = linesOf(document);
  return changes.flatMap((change): Finding[] => {
    const judged = judge(change, template, usage);
    if (judged === undefined) return [];
    const { code, coordinate, users } = judged;
    const line = lines.get(coordinate) ?? lines.get(coordinate.split('.')[0] ?? '') ?? null;
    const message = `${change.message}.${explain(code, users)}`;
    const found = finding(input.region, code, { coordinate, line }, message);
    return [users.length === 0 ? found : { ...found, usedBy: users }];
  });
}

interface Judgement {
  readonly code: FindingCode;
  readonly coordinate: string;
  readonly users: readonly Usage[];
}

function judge(change: Change, template: RegionalTemplate, usage: UsageIndex): Judgement | undefined {
  const path = change.path ?? '';
  if (change.type.startsWith('DIRECTIVE_')) return judgeAccess(change, path, usage);
  const coordinate = coordinateOf(change, path);
  if (isOfAnotherVersion(change, path, template)) {
    // Clients see it through the national interface of the same name as well: "Desk.openedOn".
    const national = path.slice(template.region.prefix.length);
    const users = [...usage.of(coordinate), ...usage.of(national)];
    return { code: 'FIELD_NO_LONGER_GIVEN', coordinate, users };
  }
  if (change.criticality.level === CriticalityLevel.NonBreaking) return { code: 'CHANGE_SAFE', coordinate, users: [] };
  const users = usage.of(usedCoordinate(change, coordinate));
  if (change.criticality.level === CriticalityLevel.Dangerous) return { code: 'CHANGE_DANGEROUS', coordinate, users };
  return { code: users.length > 0 ? 'CHANGE_BREAKING' : 'CHANGE_BREAKING_UNUSED', coordinate, users };
}

/** A rule about who may ask that is new or another shuts some callers out; one that is gone shuts out nobody. */
function judgeAccess(change: Change, path: string, usage: UsageIndex): Judgement | undefined {
  const [, owner, directive] = /^([^@]+)\.@(\w+)/.exec(path) ?? [];
  if (owner === undefined || directive === undefined || !ACCESS.test(directive)) return undefined;
  if (/^DIRECTIVE_USAGE_(?!ARGUMENT).*_REMOVED$/.test(change.type)) {
    return { code: 'CHANGE_SAFE', coordinate: owner, users: [] };
  }
  const users = usage.of(owner);
  return { code: users.length > 0 ? 'CHANGE_BREAKING' : 'CHANGE_BREAKING_UNUSED', coordinate: owner, users };
}

/** Whether a version of the regional schema has it that is not the one published now: the hub still gives it, as null. */
function isOfAnotherVersion(change: Change, path: string, { reservedFields }: RegionalTemplate): boolean {
  const [type = '', field] = path.split('.');
  if (change.type === 'TYPE_REMOVED') return reservedFields.has(type);
  return change.type === 'FIELD_REMOVED' && field !== undefined && reservedFields.get(type)?.has(field) === true;
}

function coordinateOf(change: Change, path: string): string {
  const [type = '', field, argument] = path.split('.');
  if (argument !== undefined && change.type.startsWith('FIELD_ARGUMENT')) return `${type}.${field}(${argument}:)`;
  return field === undefined ? type : `${type}.${field}`;
}

/** What those use to whom the change matters: something required that is new matters to all who use what it is in. */
function usedCoordinate(change: Change, coordinate: string): string {
  if (change.type === 'FIELD_ARGUMENT_ADDED') return coordinate.replace(/\(.*$/, '');
  if (change.type === 'INPUT_FIELD_ADDED') return coordinate.split('.')[0] ?? coordinate;
  return coordinate;
}

function explain(code: FindingCode, users: readonly Usage[]): string {
  if (users.length > 0) return ` Used by ${describeUsers(users)}.`;
  return code === 'CHANGE_BREAKING_UNUSED' ? ' It is unused for 30 days.' : '';
}

/** A subgraph is no whole schema: no root, and directives that are defined elsewhere. */
function schemaOf(document: DocumentNode): GraphQLSchema {
  return buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
}

function linesOf(document: DocumentNode): ReadonlyMap<string, number | null> {
  return new Map([...elementsOf(document)].map(({ coordinate, node }) => [coordinate, lineOf(node)]));
}
