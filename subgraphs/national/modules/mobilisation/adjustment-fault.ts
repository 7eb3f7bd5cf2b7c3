import { type Fault, invalid } from './request-outcome';
import type { SizingAdjustments } from './size-operation';

/** The first value of a sizing that cannot be; undefined when all can. */
export function adjustmentFaultOf({ labourShare, hourlyCost, clauseShare }: SizingAdjustments): Fault | undefined {
  if (labourShare != null && !(labourShare > 0 && labourShare <= 1)) {
    return invalid('labourShare', 'A share is over 0 and at most 1: write 0.5 for 50 %.');
  }
  if (clauseShare != null && !(clauseShare > 0 && clauseShare <= 1)) {
    return invalid('clauseShare', 'A share is over 0 and at most 1: write 0.05 for 5 %.');
  }
  if (hourlyCost != null && !(hourlyCost >= 5 && hourlyCost <= 500)) {
    return invalid('hourlyCost', 'An hour of labour costs from 5 to 500 euros.');
  }
  return undefined;
}
