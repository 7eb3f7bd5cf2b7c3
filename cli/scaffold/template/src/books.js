import { readFile } from 'node:fs/promises';

/**
 * The region's books, read once and joined: what your own database is for you. Replace this file by your queries and
 * keep what it gives; the rest of the subgraph only reads it.
 */
export async function readBooks(file) {
  const data = JSON.parse(await readFile(file, 'utf8'));
  const buyers = byId(data.buyers);
  const participants = byId(data.participants);
  const companies = byId(data.companies);
  const contracts = data.contracts.map((row) => ({ ...row, buyer: buyers.get(row.buyer) }));
  const contractOfLot = new Map(contracts.flatMap((contract) => contract.lots.map((lot) => [lot, contract])));
  const withContract = (row) => ({ ...row, contract: contractOfLot.get(row.lot) });
  const workContracts = byId(
    data.workContracts.map((row) => ({
      ...withContract(row),
      participant: participants.get(row.participant),
      company: companies.get(row.company),
    })),
  );
  return {
    isDemonstration: data.isDemonstration,
    coordinationName: data.coordinationName,
    desks: data.desks,
    facilitators: data.facilitators,
    buyers: [...buyers.values()],
    contracts,
    /** Hours done: hundredths of an hour of a work contract in a month. */
    hourEntries: data.hourEntries.map((row) => ({ ...row, workContract: workContracts.get(row.workContract) })),
    /** Hours committed: hundredths of an hour of a lot in a month. */
    commitments: data.commitments.map(withContract),
  };
}

/** Today, as the directory means it: the day in France. */
export function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
}

/** Whether something that began and may have ended is there on a day. The day of the end is no longer part of it. */
export function isThereOn(day, from, until) {
  return from <= day && (until === null || until > day);
}

function byId(rows) {
  return new Map(rows.map((row) => [row.id, row]));
}
