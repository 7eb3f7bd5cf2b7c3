import { refusal } from './errors.js';

/** What each role may ask for (the hub's docs/guides/roles.md). The gateway checks it, and so does this region. */
const SCOPES = {
  public: [],
  desk: ['figures', 'contracts'],
  coordination: ['figures', 'contracts'],
  consolidator: ['figures', 'contracts'],
  approver: ['figures'],
  buyer: ['figures', 'contracts'],
  administrator: [],
  auditor: [],
};

/** Refuses a caller whose role does not carry a scope. Throws FORBIDDEN. */
export function requireScope(caller, scope) {
  if (!SCOPES[caller.role].includes(scope)) {
    throw refusal('FORBIDDEN', `The role "${caller.role}" may not ask a region for ${scope}.`);
  }
}

/** Whether figures are added up from a contract: from every one, but a buyer's figures are those of its own contracts. */
export function countsFor(caller) {
  return caller.role === 'buyer' ? isOwnOf(caller) : () => true;
}

/** Whether a contract is shown as a row: a buyer sees its own, a desk its own, a coordination those of its region. */
export function isListedFor(caller, region) {
  switch (caller.role) {
    case 'buyer':
      return isOwnOf(caller);
    case 'desk':
      return (contract) => caller.region === region.code && `${region.code}-${contract.desk}` === caller.desk;
    case 'coordination':
      return () => caller.region === region.code;
    default:
      return () => true;
  }
}

function isOwnOf({ sirens }) {
  return (contract) => sirens.includes(contract.buyer.siren);
}
