import { CHECK_NAMES } from './check-types';
import { FINDINGS } from './finding-codes';

const INTRODUCTION = `# Findings of the checks

Generated from \`registry/checks/finding-codes.ts\` by \`npm run findings:doc\`. Do not edit.

Every subgraph that a region checks or publishes goes through these checks, in this order
([adr/0009](adr/0009-checks-before-publishing.md)). A finding has one of these codes, which are permanent. ERROR and BREAKING
refuse the publication; the others let it pass. What the registry serves changes only when every check has passed.
`;

/** Text of docs/FINDINGS.md: every code, by check, with its severity and what to do. */
export function findingsPage(): string {
  const sections = CHECK_NAMES.map((check) => {
    const rows = Object.entries(FINDINGS).filter(([, definition]) => definition.check === check);
    const items = rows.map(([code, { severity, advice }]) => `- **${code}** (${severity}): ${advice}`);
    return `## ${check}\n\n${items.join('\n')}\n`;
  });
  return [INTRODUCTION, ...sections].join('\n');
}
