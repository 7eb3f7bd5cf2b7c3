import { type Paint, renderTable } from '../output';
import type { StatusView } from './ask-status';
import type { MemberView, SchemaVersionView } from './views';

/** The hub for a person: what is served, who takes part and how, who is on which version of the regional schema. */
export function renderStatus({ supergraph, members, schemaVersions }: StatusView, paint: Paint): string {
  const head =
    supergraph === null
      ? paint.doubtful('No supergraph is served yet.')
      : `${paint.strong(`Supergraph ${supergraph.number}`)}, composed ${minuteOf(supergraph.composedAt)} (${supergraph.cause}${
          supergraph.restoredFrom === null ? '' : ` of ${supergraph.restoredFrom}`
        }), SHA-256 ${supergraph.checksum}`;
  const table = renderTable(
    ['CODE', 'REGION', 'STATE', 'STATUS', 'SCHEMA', 'LATENCY', 'PUBLISHED', 'MAINTENANCE'],
    members.map((member) => [
      member.region.code,
      member.region.name,
      member.state,
      member.status ?? '-',
      member.schemaVersion === null ? '-' : `v${member.schemaVersion}`,
      member.latencyMs === null ? '-' : `${member.latencyMs} ms`,
      publishedOf(member),
      member.maintenance === null ? '-' : `${minuteOf(member.maintenance.from)} to ${minuteOf(member.maintenance.to)}`,
    ]),
  );
  return [head, '', table, ...schemaVersions.map(describeVersion), ''].join('\n');
}

/** One line per version: its calendar, and who is on it. */
function describeVersion({ version, publishedOn, deprecatedOn, retiredOn, members }: SchemaVersionView): string {
  const calendar = [
    `since ${publishedOn}`,
    ...(deprecatedOn === null ? [] : [`deprecated from ${deprecatedOn}`]),
    ...(retiredOn === null ? [] : [`retired on ${retiredOn}`]),
  ].join(', ');
  const who = members.length === 0 ? 'nobody' : members.map(({ code }) => code).join(', ');
  return `regional/v${version} (${calendar}): ${who}`;
}

function publishedOf({ lastPublishedAt, servedPublication }: MemberView): string {
  if (lastPublishedAt === null) return '-';
  return `${lastPublishedAt.slice(0, 10)}${servedPublication === null ? '' : ` no. ${servedPublication}`}`;
}

/** A moment to the minute, in UTC as it came. */
function minuteOf(moment: string): string {
  return `${moment.slice(0, 16).replace('T', ' ')}Z`;
}
