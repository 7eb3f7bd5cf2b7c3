import { breakdownChecks } from './breakdown.checks';
import type { CheckGroup } from './check';
import { directoryChecks } from './directory.checks';
import { endpointChecks } from './endpoint.checks';
import { entitiesChecks } from './entities.checks';
import { figuresChecks } from './figures.checks';
import { filterChecks } from './filter.checks';
import { identityChecks } from './identity.checks';
import { listsChecks } from './lists.checks';
import { pagesChecks } from './pages.checks';
import { protectionChecks, wholeRunChecks } from './protection.checks';
import { rolesChecks } from './roles.checks';
import { schemaChecks } from './schema.checks';
import { scopeChecks } from './scope.checks';

export type { Check, CheckGroup } from './check';

/** Every group, in the order in which they run: what others need comes first. */
export const CHECK_GROUPS: readonly CheckGroup[] = [
  endpointChecks,
  schemaChecks,
  identityChecks,
  entitiesChecks,
  scopeChecks,
  figuresChecks,
  breakdownChecks,
  filterChecks,
  listsChecks,
  pagesChecks,
  directoryChecks,
  rolesChecks,
  protectionChecks,
  wholeRunChecks,
];
