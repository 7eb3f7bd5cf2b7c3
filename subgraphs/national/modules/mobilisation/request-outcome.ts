import type { ErrorCode } from '../../../kit/errors';
import type { MobilisationRequestEntity } from './mobilisation-request.entity';

/** What became of a change. Expected failures are values; `current` is what the caller has to look at again. */
export type RequestOutcome =
  | { readonly status: 'done'; readonly request: MobilisationRequestEntity }
  | { readonly status: 'not-found' }
  | { readonly status: 'conflict'; readonly current: MobilisationRequestEntity }
  | {
      readonly status: 'refused';
      readonly code: ErrorCode;
      readonly message: string;
      readonly current: MobilisationRequestEntity;
    }
  | { readonly status: 'invalid'; readonly field: string; readonly message: string };

/** An input that cannot be carried out. */
export type Fault = Extract<RequestOutcome, { readonly status: 'invalid' }>;

/** A fault of one field of the input. */
export function invalid(field: string, message: string): Fault {
  return { status: 'invalid', field, message };
}
