import { type BookNoun, field, required } from './book-noun';

const TEXT = { is: 'text' } as const;
const DATE = { is: 'date' } as const;
const PLACE = { is: 'choice', of: ['COMMUNE', 'DEPARTEMENT', 'REGION'] } as const;
const OWN_DESK = { is: 'reference', to: 'Desk' } as const;
const HOURS = { is: 'hours', above: 0, most: 99_999_999 } as const;

/** Buyers, operations, public contracts with their clauses and lots, companies. */
export const CONTRACT_NOUNS: readonly BookNoun[] = [
  {
    name: 'Buyer',
    plural: 'buyers',
    table: 'buyer',
    description: "A buyer (maître d'ouvrage) as the region knows it.",
    writers: ['desk', 'coordination'],
    similar: { field: 'name' },
    fields: [
      required('siren', { is: 'siren' }, 'SIREN.', { given: 'once', isFilter: true }),
      field('siret', { is: 'siret' }, 'SIRET of its seat.'),
      required('name', TEXT, 'Name.'),
      required('kind', { is: 'code', list: 'BUYER_KIND' }, 'Kind of buyer; code list BUYER_KIND.', { isFilter: true }),
    ],
  },
  {
    name: 'BuyerEstablishment',
    plural: 'buyerEstablishments',
    table: 'buyer_establishment',
    description: 'An establishment of a buyer.',
    writers: ['desk', 'coordination'],
    fields: [
      required('buyer', { is: 'reference', to: 'Buyer' }, 'The buyer.', { given: 'once', isFilter: true }),
      required('siret', { is: 'siret' }, 'SIRET.', { given: 'once' }),
      required('name', TEXT, 'Name.'),
    ],
  },
  {
    name: 'Operation',
    plural: 'operations',
    table: 'operation',
    description: 'A project of a buyer that several contracts carry out.',
    writers: ['desk'],
    period: ['startsOn', 'endsOn'],
    similar: { field: 'title', within: 'buyer' },
    fields: [
      required('desk', OWN_DESK, 'The desk that follows it.', { given: 'once', isFilter: true }),
      required('buyer', { is: 'reference', to: 'Buyer' }, 'The buyer.', { isFilter: true }),
      field('reference', TEXT, 'What the desk calls it by, unique for the desk.', { isFilter: true }),
      required('title', TEXT, 'Title.'),
      field('startsOn', DATE, 'First day.'),
      field('endsOn', DATE, 'Last day.'),
      field('placeKind', PLACE, 'Kind of place.'),
      field('placeCode', TEXT, 'INSEE code of the place.'),
    ],
  },
  {
    name: 'Contract',
    plural: 'contracts',
    table: 'contract',
    description: 'A public contract (marché).',
    writers: ['desk'],
    period: ['notifiedOn', 'endsOn'],
    similar: { field: 'title', within: 'buyer' },
    fields: [
      required('desk', OWN_DESK, 'The desk that follows it.', { given: 'once', isFilter: true }),
      field('operation', { is: 'reference', to: 'Operation' }, 'The operation that it belongs to.', { isFilter: true }),
      required('buyer', { is: 'reference', to: 'Buyer' }, 'The buyer.', { isFilter: true }),
      field('reference', TEXT, 'What the desk calls it by, unique for the desk.', { isFilter: true }),
      required('title', TEXT, 'Object of the contract.'),
      required('sector', { is: 'code', list: 'SECTOR' }, 'Sector; code list SECTOR.', { isFilter: true }),
      field('cpv', TEXT, 'CPV code.'),
      field('kind', { is: 'choice', of: ['WORKS', 'SUPPLIES', 'SERVICES'] }, 'Which European threshold applies.'),
      field('clauseType', { is: 'code', list: 'CLAUSE_TYPE' }, 'Main social clause; code list CLAUSE_TYPE.'),
      field('amount', { is: 'euros' }, 'Amount excluding tax, in euros.', { column: 'amount_cents' }),
      field('notifiedOn', DATE, 'Day of notification.'),
      field('endsOn', DATE, 'Last day.'),
      field('durationMonths', { is: 'integer', least: 0, most: 1_200 }, 'Duration in months.'),
      field('placeKind', PLACE, 'Kind of the place of execution.'),
      field('placeCode', TEXT, 'INSEE code of the place of execution.'),
      field('departement', TEXT, 'INSEE code of the département of execution.', { column: 'departement_code' }),
      field(
        'obligation',
        { is: 'choice', of: ['SUBJECT', 'EXEMPT', 'NOT_SUBJECT'] },
        'Whether article L2112-2-1 of the Code de la commande publique asks for social considerations.',
      ),
      field(
        'exemptionReason',
        { is: 'code', list: 'EXEMPTION_REASON' },
        'Why it is exempt; code list EXEMPTION_REASON.',
      ),
    ],
  },
  {
    name: 'ContractClause',
    plural: 'contractClauses',
    table: 'contract_clause',
    description: 'A social clause of a contract or of one of its lots, with its legal ground.',
    writers: ['desk'],
    fields: [
      required('contract', { is: 'reference', to: 'Contract' }, 'The contract.', { given: 'once', isFilter: true }),
      field('lot', { is: 'reference', to: 'Lot' }, 'The lot; absent for the whole contract.', { given: 'once' }),
      required('type', { is: 'code', list: 'CLAUSE_TYPE' }, 'Kind of clause; code list CLAUSE_TYPE.', {
        given: 'once',
      }),
      required('legalArticle', TEXT, 'Article of the Code de la commande publique, such as L2112-2.'),
      field('hours', HOURS, 'Hours that it asks for.'),
      field('note', { is: 'longText' }, 'Anything else.'),
    ],
  },
  {
    name: 'Lot',
    plural: 'lots',
    table: 'lot',
    description: 'A lot of a contract; a contract without lots has one.',
    writers: ['desk'],
    fields: [
      required('contract', { is: 'reference', to: 'Contract' }, 'The contract.', { given: 'once', isFilter: true }),
      required('number', { is: 'integer', least: 1, most: 100_000 }, 'Number in the contract.'),
      required('title', TEXT, 'Title.'),
      field('amount', { is: 'euros' }, 'Amount excluding tax, in euros.', { column: 'amount_cents' }),
      field('committedHours', HOURS, 'Hours committed over the life of the contract.'),
    ],
  },
  {
    name: 'Contractor',
    plural: 'contractors',
    table: 'contractor',
    description: 'A company or structure that holds lots or employs participants.',
    writers: ['desk', 'coordination'],
    similar: { field: 'name' },
    fields: [
      field('siret', { is: 'siret' }, 'SIRET.', { isFilter: true }),
      required('name', TEXT, 'Name.'),
      required('kind', { is: 'code', list: 'CONTRACTOR_KIND' }, 'Kind; code list CONTRACTOR_KIND.', { isFilter: true }),
    ],
  },
  {
    name: 'LotContractor',
    plural: 'lotContractors',
    table: 'lot_contractor',
    description: 'Who holds a lot or works on it as a subcontractor.',
    writers: ['desk'],
    without: ['update'],
    fields: [
      required('lot', { is: 'reference', to: 'Lot' }, 'The lot.', { given: 'once', isFilter: true }),
      required('contractor', { is: 'reference', to: 'Contractor' }, 'The company.', { given: 'once', isFilter: true }),
      required('role', { is: 'choice', of: ['HOLDER', 'CO_CONTRACTOR', 'SUBCONTRACTOR'] }, 'In which role.', {
        given: 'once',
      }),
    ],
  },
  {
    name: 'HourCommitment',
    plural: 'hourCommitments',
    table: 'hour_commitment',
    description: 'Hours that a lot commits to for a month.',
    writers: ['desk'],
    fields: [
      required('lot', { is: 'reference', to: 'Lot' }, 'The lot.', { given: 'once', isFilter: true }),
      required('month', { is: 'month' }, 'The month.', { given: 'once' }),
      required('hours', HOURS, 'Hours.'),
    ],
  },
];
