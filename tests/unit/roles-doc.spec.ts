import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, type ObjectTypeDefinitionNode, print } from 'graphql';
import { nationalTemplate } from '../../schema/generator/national-schema';
import { PLAIN_ACCESS_NAMES, requirementOf, rolesMeeting } from '../../subgraphs/kit/authorization';
import { ROLES, scopesOf } from '../../subgraphs/kit/identity';

const GUIDE = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', 'roles.md'), 'utf8');

/** Rows of the table whose head begins with that word, as texts of their cells. */
function rowsOf(head: string): string[] {
  const lines = GUIDE.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${head} `));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
      .join(' | '),
  );
}

const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

describe('the guide to roles', () => {
  it('lists what each role allows', () => {
    expect(rowsOf('Role')).toEqual(ROLES.map((role) => `\`${role}\` | ${quoted(scopesOf(role)) || 'none'}`));
  });

  it('lists what each field of the root needs, and who may', () => {
    const query = nationalTemplate().definitions.find(
      (node): node is ObjectTypeDefinitionNode =>
        node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Query',
    );
    const rows = (query?.fields ?? []).map((field) => {
      const needs = requirementOf(field.directives, PLAIN_ACCESS_NAMES, print(field.name));
      const scopes = needs?.scopes?.map((all) => quoted(all)).join(' or ') ?? 'nothing';
      return `\`${field.name.value}\` | ${scopes} | ${needs === undefined ? 'everybody' : quoted(rolesMeeting(needs))}`;
    });
    expect(rowsOf('Field')).toEqual(rows);
  });
});
