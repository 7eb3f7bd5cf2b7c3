import { Kind, parse } from 'graphql';

/** Reads a question to a subgraph once; the result answers it for any variables. Each query planner words it its own way. */
export function compileQuestion(query) {
  const document = parse(query, { noLocation: true });
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  return (variables, entityOf) => {
    const project = projector(fragments, variables);
    const data = {};
    for (const field of operation.selectionSet.selections) {
      const key = field.alias?.value ?? field.name.value;
      if (field.name.value === '__typename') {
        data[key] = 'Query';
        continue;
      }
      if (field.name.value !== '_entities') throw new Error(`A region is asked for ${field.name.value}`);
      const references = valueOf(field.arguments[0].value, variables);
      data[key] = references.map((reference) => project(entityOf(reference), field.selectionSet.selections, {}));
    }
    return { data };
  };
}

function projector(fragments, variables) {
  const project = (source, selections, target) => {
    for (const node of selections) {
      if (!isIncluded(node, variables)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        target[key] = projectValue(source[node.name.value], node.selectionSet?.selections);
      } else {
        const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
        const condition = fragment.typeCondition?.name.value;
        if (condition === undefined || condition === source.__typename) {
          project(source, fragment.selectionSet.selections, target);
        }
      }
    }
    return target;
  };
  const projectValue = (value, selections) => {
    if (value === undefined) throw new Error('A region is asked for a field that it has not');
    if (selections === undefined || value === null) return value;
    return Array.isArray(value) ? value.map((item) => project(item, selections, {})) : project(value, selections, {});
  };
  return project;
}

function isIncluded({ directives = [] }, variables) {
  return directives.every(({ name, arguments: [condition] }) => {
    const value = valueOf(condition.value, variables);
    return name.value === 'include' ? value : !value;
  });
}

function valueOf(node, variables) {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value];
  if (node.kind === Kind.LIST) return node.values.map((item) => valueOf(item, variables));
  if (node.kind === Kind.OBJECT) {
    return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, valueOf(value, variables)]));
  }
  return node.value;
}
