import { ERRORS, REMOVED_CODES, type ErrorDefinition } from '../../subgraphs/kit/errors';

const INTRODUCTION = `# Error codes

Generated from \`subgraphs/kit/errors/error-table.ts\` by \`npm run errors:doc\`. Do not edit.

Every error of the hub carries its code in \`extensions.code\`. Codes are permanent: they are never renamed, and a
removed one stays listed here. The HTTP status applies only when the whole request fails; otherwise the answer is 200
and the error stands in \`errors\`. "Reported" means that an operator is told: it is a fault of the hub or of a region,
not of the question.
`;

/** Text of docs/ERRORS.md: every code of the table, in its order, then the removed ones. */
export function errorsPage(): string {
  const definitions: readonly (readonly [string, ErrorDefinition])[] = Object.entries(ERRORS);
  const sections = definitions.map(([code, definition]) => section(code, definition));
  const removed = REMOVED_CODES.length === 0 ? 'None.' : REMOVED_CODES.map((code) => `- \`${code}\``).join('\n');
  return [INTRODUCTION, ...sections, `## Removed codes\n\n${removed}\n`].join('\n');
}

function section(code: string, { description, status, since, reportable }: ErrorDefinition): string {
  return `## ${code}\n\n${description}\n\nStatus ${status}, ${reportable ? 'reported' : 'not reported'}, since ${since}.\n`;
}
