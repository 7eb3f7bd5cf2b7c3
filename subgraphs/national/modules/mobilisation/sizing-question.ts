import { HubError } from '../../../kit/errors';
import type { ClauseSizingInput } from '../../generated/resolver-types.generated';
import { adjustmentFaultOf } from './adjustment-fault';
import { checkPurchase } from './check-operation';
import { sizeOperation, type Sizing } from './size-operation';

/** The hours that the formula gives for an operation that nobody has announced. Throws SIZING_INPUT_INVALID. */
export function sizingOf({ parameters, ...purchase }: ClauseSizingInput): Sizing {
  const operation = checkPurchase(purchase);
  if ('status' in operation) throw refusal(operation.field, operation.message);
  const fault = adjustmentFaultOf(parameters ?? {});
  if (fault !== undefined) throw refusal(fault.field, fault.message);
  return sizeOperation(operation, parameters ?? {});
}

function refusal(field: string, message: string): HubError {
  return new HubError('SIZING_INPUT_INVALID', message, { argument: `input.${field}` });
}
