import { badInput, fault, type ErrorDefinition } from './error-definition';

/** What a region, the national level or the plan of an answer did, as a client of the gateway sees it. */
export const ANSWER_ERRORS = {
  REGION_TIMEOUT: fault(
    504,
    'The region did not answer within its deadline. Its part is missing and named in the coverage; ask again later.',
  ),
  REGION_UNREACHABLE: fault(
    502,
    'The region could not be reached. Its part is missing and named in the coverage; ask again later.',
  ),
  REGION_INVALID: fault(
    502,
    'The region answered something that is not a valid answer. Its part is excluded and named in the coverage.',
  ),
  REGION_REFUSED: fault(502, 'The region refused the hub. Its part is missing and named in the coverage.'),
  REGION_ROW_NOT_GIVEN: fault(
    502,
    'The region listed something and then did not give it (it may have been deleted in between). Its fields are null; ask again.',
  ),
  REGION_ERROR: fault(
    502,
    'The region answered an error for this field. The field is null; the coverage names the region when a figure depends on it.',
  ),
  VALUE_INVALID: fault(
    502,
    'A subgraph answered a value that the schema does not allow; the field, or the nearest one that may be, is null.',
  ),
  NATIONAL_UNAVAILABLE: fault(503, 'The national level did not answer. Nothing can be consolidated; ask again later.'),
  SUPERGRAPH_UNAVAILABLE: fault(
    503,
    'The gateway has no supergraph to serve yet. Wait until /health/ready answers 200.',
  ),
  SUPERGRAPH_UNSUPPORTED: fault(
    500,
    'The supergraph uses something that the gateway would answer wrongly, such as arguments in a required field set. Publish without it.',
  ),
  SUPERGRAPH_INVALID: fault(
    500,
    'The supergraph is not GraphQL or was not composed. The gateway goes on with the one before; compose the network again.',
    '0.2.0',
  ),
  NETWORK_MISMATCH: fault(
    500,
    'Supergraph and network file do not name the same subgraphs. The gateway goes on with those before; compose the network again.',
    '0.2.0',
  ),
  SWAP_UNSUPPORTED: fault(
    500,
    'The stock engine takes another supergraph or network by a restart only. Send SIGHUP to a gateway of several processes, or restart it.',
    '0.2.0',
  ),
  PLANNING_TIMEOUT: fault(503, 'The operation takes too long to plan. Ask for less at once, or split the operation.'),
  PLANNING_OVERLOADED: fault(503, 'Too many new operations wait to be planned. Ask again later.'),
  PLANNING_FAILED: fault(
    503,
    'The operation could not be planned. Ask again later, then tell the operator of the hub.',
  ),
  OPERATION_UNSUPPORTED: badInput(
    'The operation uses something that the hub does not carry out, such as @defer or a variable named "representations".',
  ),
} as const satisfies Record<string, ErrorDefinition>;
