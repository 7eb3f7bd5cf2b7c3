import { bookTable, type BookRow, type BookTable } from './book-table';
import { isInsertionCompany, monthsOf, NONE } from './contract-layout';
import {
  localBuyerSiren,
  localCompanySiret,
  sharedBuyerSiren,
  sharedCompanySiret,
  siretOf,
} from './invented-identifiers';
import { dayOf } from './month-table';
import type { RegionLayout } from './region-layout';
import {
  AMOUNT_BANDS,
  BUYER_KINDS,
  BUYER_NAMES,
  CLAUSE_TYPES,
  SECTOR_VOCABULARY,
  SHARED_BUYER_KINDS,
} from './vocabulary';

/** The public contracts of a region: buyers, operations, contracts, companies and lots. */
export function contractTables(layout: RegionLayout): readonly BookTable[] {
  return [
    bookTable('buyer', ['siren', 'siret', 'name', 'kind'], () => buyers(layout)),
    bookTable('operation', ['desk_id', 'buyer_id', 'title', 'starts_on', 'ends_on'], () => operations(layout)),
    bookTable('contract', CONTRACT_COLUMNS, () => contracts(layout)),
    bookTable('contractor', ['siret', 'name', 'kind'], () => contractors(layout)),
    bookTable('lot', ['contract_id', 'number', 'title'], () => lots(layout)),
    bookTable('lot_contractor', ['lot_id', 'contractor_id', 'role'], () => lotContractors(layout)),
  ];
}

const CONTRACT_COLUMNS = [
  'operation_id',
  'desk_id',
  'buyer_id',
  'external_id',
  'source',
  'title',
  'sector',
  'cpv',
  'clause_type',
  'amount_cents',
  'notified_on',
  'duration_months',
  'place_kind',
  'place_code',
  'departement_code',
];

function* buyers({ plan, randomFor }: RegionLayout): Iterable<BookRow> {
  const random = randomFor('buyer');
  for (const number of plan.sharedBuyers) {
    const siren = sharedBuyerSiren(number);
    // The first one's name is fixed: examples and tests look it up.
    const name =
      number === 0
        ? 'Acheteur national de démonstration n° 1'
        : `Acheteur de plusieurs régions n° ${number + 1} (démonstration)`;
    yield [siren, siretOf(siren), name, SHARED_BUYER_KINDS[number % SHARED_BUYER_KINDS.length] ?? 'STATE'];
  }
  for (let number = 0; number < plan.localBuyers.total; number += 1) {
    const siren = localBuyerSiren(plan.ordinal, number);
    const kind = BUYER_KINDS(random);
    yield [siren, siretOf(siren), `${BUYER_NAMES[kind]} n° ${plan.code}-${number + 1} (démonstration)`, kind];
  }
}

function workOf(layout: RegionLayout, operation: number): { title: string; cpv: string; sector: string } {
  const sector = SECTOR_VOCABULARY[layout.contracts.sector[operation] ?? 0];
  const work = sector?.works[operation % sector.works.length];
  if (sector === undefined || work === undefined) throw new Error('A sector of the demonstration has no works');
  return { ...work, sector: sector.code };
}

function* operations(layout: RegionLayout): Iterable<BookRow> {
  const { operationCount, ofOperation, buyer, desk } = layout.contracts;
  const random = layout.randomFor('operation');
  for (let operation = 0; operation < operationCount; operation += 1) {
    const { first, last } = monthsOf(layout.work, ofOperation[operation] ?? 0, ofOperation[operation + 1] ?? 0);
    yield [
      desk[operation] ?? 1,
      (buyer[operation] ?? 0) + 1,
      `${workOf(layout, operation).title}, opération ${operation + 1} (démonstration)`,
      dayOf(first - random.below(3), 1),
      dayOf(last, 28),
    ];
  }
}

function* contracts(layout: RegionLayout): Iterable<BookRow> {
  const { plan, contracts: columns, work } = layout;
  const random = layout.randomFor('contract');
  for (let contract = 0; contract < columns.operation.length; contract += 1) {
    const operation = columns.operation[contract] ?? 0;
    const desk = columns.desk[operation] ?? 1;
    const { title, cpv, sector } = workOf(layout, operation);
    const { first, last } = monthsOf(work, contract, contract + 1);
    const notice = 1 + random.below(4);
    const [least, most] = AMOUNT_BANDS(random);
    const commune = layout.communeOf(desk, random);
    const isPlacedInCommune = random.chance(0.85);
    yield [
      operation + 1,
      desk,
      (columns.buyer[operation] ?? 0) + 1,
      `DEMO-${plan.code}-${contract + 1}`,
      'DEMONSTRATION',
      `${title}, marché ${contract + 1} (démonstration)`,
      sector,
      cpv,
      CLAUSE_TYPES(random),
      // Whole tens of euros.
      1_000 * Math.round((least + (most - least) * random.unit() ** 2) / 10),
      dayOf(first - notice, 1 + random.below(28)),
      last - first + 1 + notice + random.below(6),
      isPlacedInCommune ? 'COMMUNE' : 'DEPARTEMENT',
      isPlacedInCommune ? commune.code : commune.departement,
      commune.departement,
    ];
  }
}

function* contractors({ plan }: RegionLayout): Iterable<BookRow> {
  for (const number of plan.sharedCompanies) {
    yield [sharedCompanySiret(number), `Entreprise de plusieurs régions n° ${number + 1} (démonstration)`, 'COMPANY'];
  }
  for (let number = 0; number < plan.localCompanies.total; number += 1) {
    const isInsertion = isInsertionCompany(plan, plan.sharedCompanies.length + number);
    const name = isInsertion ? "Structure d'insertion" : 'Entreprise';
    yield [
      localCompanySiret(plan.ordinal, number),
      `${name} n° ${plan.code}-${number + 1} (démonstration)`,
      isInsertion ? 'SIAE' : 'COMPANY',
    ];
  }
}

function* lots({ contracts: { ofContract } }: RegionLayout): Iterable<BookRow> {
  for (let contract = 0; contract < ofContract.length - 1; contract += 1) {
    const count = (ofContract[contract + 1] ?? 0) - (ofContract[contract] ?? 0);
    for (let number = 1; number <= count; number += 1) {
      yield [contract + 1, number, count === 1 ? 'Lot unique' : `Lot ${number}`];
    }
  }
}

function* lotContractors({ contracts: { holder, subcontractor } }: RegionLayout): Iterable<BookRow> {
  for (let lot = 0; lot < holder.length; lot += 1) {
    yield [lot + 1, (holder[lot] ?? 0) + 1, 'HOLDER'];
    const other = subcontractor[lot] ?? NONE;
    if (other !== NONE) yield [lot + 1, other + 1, 'SUBCONTRACTOR'];
  }
}
