import type { CheckGroup } from './check';
import { endpointChecks } from './endpoint.checks';

export type { Check, CheckGroup } from './check';

/** Every group, in the order in which they run: what others need comes first. */
export const CHECK_GROUPS: readonly CheckGroup[] = [endpointChecks];
