import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import type { Finding } from '../check-types';
import { finding } from '../finding';
import type { RegionalTemplate } from '../regional-template';

/** Whether nothing but the template's link stands on the schema: its URL, and imports out of its list, not renamed. */
export function checkLink(document: DocumentNode, template: RegionalTemplate): readonly Finding[] {
  const directives = document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_EXTENSION || node.kind === Kind.SCHEMA_DEFINITION ? (node.directives ?? []) : [],
  );
  const links = directives.filter(({ name }) => name.value === 'link');
  const refuse = (node: ConstDirectiveNode, message: string, coordinate = '@link') =>
    finding(template.region, 'LINK_FORBIDDEN', { coordinate, node }, message);
  return [
    ...directives
      .filter(({ name }) => name.value !== 'link')
      .map((node) => refuse(node, `The schema carries @${node.name.value}.`, `@${node.name.value}`)),
    ...links.slice(1).map((node) => refuse(node, 'The schema carries a second @link.')),
    ...links.flatMap((node) => problemsOf(node, template).map((problem) => refuse(node, problem))),
  ];
}

function problemsOf(link: ConstDirectiveNode, { linkUrl, imports }: RegionalTemplate): readonly string[] {
  return (link.arguments ?? []).flatMap(({ name, value }) => {
    switch (name.value) {
      case 'url':
        return value.kind === Kind.STRING && value.value === linkUrl
          ? []
          : [`@link names another specification than ${linkUrl}.`];
      case 'import': {
        const names = value.kind === Kind.LIST ? value.values : [value];
        return names.flatMap((imported) => {
          if (imported.kind !== Kind.STRING) return ['@link imports something under another name.'];
          return imports.has(imported.value) ? [] : [`@link imports ${imported.value.slice(0, 60)}.`];
        });
      }
      default:
        return [`@link carries the argument ${name.value}.`];
    }
  });
}
