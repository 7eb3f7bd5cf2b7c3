import { refusal } from './errors.mjs';
import { REGION } from './region.mjs';

const MAY_ASK = {
  figures: ['desk', 'coordination', 'consolidator', 'approver', 'buyer'],
  contracts: ['desk', 'coordination', 'consolidator', 'buyer'],
};

/** Throws FORBIDDEN unless the role of the caller may ask for that. */
export function require(caller, what) {
  if (!MAY_ASK[what].includes(caller.role)) {
    throw refusal('FORBIDDEN', `The role "${caller.role}" may not ask this region for ${what}.`);
  }
}

/** Whether a contract counts in the figures of the caller: a buyer sees the figures of its own ones. */
export function countsFor(caller) {
  return ({ buyer }) => caller.role !== 'buyer' || caller.sirens.includes(buyer.siren);
}

/** Whether a contract is shown to the caller as a row. */
export function isShownTo(caller) {
  switch (caller.role) {
    case 'buyer':
      return ({ buyer }) => caller.sirens.includes(buyer.siren);
    case 'coordination':
      return () => caller.region === REGION.code;
    case 'desk':
      return ({ desk }) => caller.region === REGION.code && caller.desk === `${REGION.code}-${desk.id}`;
    default:
      return () => caller.role === 'consolidator';
  }
}
