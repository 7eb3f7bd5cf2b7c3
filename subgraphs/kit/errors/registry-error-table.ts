import { type ErrorDefinition, fault } from './error-definition';

/** Errors of the registry and of those who follow it. */
export const REGISTRY_ERRORS = {
  REGISTRY_UNAVAILABLE: fault(
    503,
    'The registry did not answer. What the hub serves goes on; nothing can be published or administered meanwhile.',
    '0.3.0',
  ),
  REGISTRY_CREDENTIAL_REFUSED: {
    status: 401,
    description:
      'The request carries no credential of the registry, or one that has expired or was revoked. An administrator issues another.',
    since: '0.3.0',
    reportable: false,
  },
  REGISTRY_BUSY: fault(
    503,
    'Other changes of what is served came first, several times in a row. Nothing was changed; try again.',
    '0.3.0',
  ),
  NOTHING_PUBLISHED: {
    status: 404,
    description: 'The registry has nothing to serve yet: no supergraph was ever composed.',
    since: '0.3.0',
    reportable: false,
  },
  SUPERGRAPH_REFUSED: fault(
    502,
    'A supergraph was not taken: its signature is not that of a trusted key, its checksum differs, or it is not in the form of the hub.',
    '0.3.0',
  ),
  SUPERGRAPH_OUTDATED: fault(
    502,
    'A supergraph was not taken: its number is lower than that of the one before. A rollback is a new number with old content.',
    '0.3.0',
  ),
} as const satisfies Record<string, ErrorDefinition>;
