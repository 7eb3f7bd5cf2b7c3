/** Declarations of months in the schema of the region's own API. */
export const DECLARATIONS_SDL = `extend type Query {
  "Months that desks have to declare, or to declare again, the oldest first. A desk sees its own."
  declarationsToAct(from: Month!, to: Month!, desk: ID, first: Int = 50, after: String): DeclarationToActConnection!
  "How each desk stands, those that have waited longest first. A desk sees itself."
  deskDeclarations(from: Month!, to: Month!): [DeskDeclarations!]!
  "Completeness of the declarations, and whether they came in time. A desk sees its own."
  declarationRates(from: Month!, to: Month!, desk: ID): DeclarationRates!
}

extend type Mutation {
  "Declares a month as complete, or declares it again after corrections."
  declareMonth(input: DeclareMonthInput!): DeclareMonthResult!
}

input DeclareMonthInput {
  "A month that is over."
  month: Month!
  "Version of the declaration that was read; absent for a month that was never declared."
  version: Int
}

union DeclareMonthResult = DeclareMonthSuccess | DeclarationRefused | DeclarationVersionConflict

"A month that a desk declared."
type MonthDeclaration {
  month: Month!
  version: Int!
  "DECLARED or REOPENED."
  state: Code!
  declaredAt: DateTime!
  declaredBy: String
  firstDeclaredAt: DateTime
  "When it was last reopened, by whom and why."
  reopenedAt: DateTime
  reopenedBy: String
  reopeningReason: String
}

type DeclareMonthSuccess {
  declaration: MonthDeclaration!
}

"The month was not declared."
type DeclarationRefused implements Refusal {
  "Stable code; docs/ERRORS.md says what each means."
  code: String!
  message: String!
  "Entries that wait for a facilitator, when that is why."
  waitingEntries: Int
  waitingHours: Float
  "Work contracts of these entries, the first ones."
  waitingWorkContracts: [String!]
}

"Somebody else declared the month, or changed its hours, in between."
type DeclarationVersionConflict implements Refusal {
  message: String!
  "Null when there is no declaration."
  current: MonthDeclaration
}

type DeclarationToActConnection {
  edges: [DeclarationToActEdge!]!
  pageInfo: PageInfo!
  "All of the period, on all pages."
  totalCount: Int!
}

type DeclarationToActEdge {
  cursor: String!
  node: DeclarationToAct!
}

"A month that a desk has to declare."
type DeclarationToAct {
  desk: ID!
  deskName: String!
  month: Month!
  "MISSING or REOPENED."
  status: Code!
  "Since when it is the desk's turn."
  since: Date!
  "Last day on which the desk is not late."
  dueOn: Date!
  isLate: Boolean!
  reopenedBy: String
  reopeningReason: String
}

"How a desk stands in a period."
type DeskDeclarations {
  desk: ID!
  deskName: String!
  expected: Int!
  declared: Int!
  reopened: Int!
  missing: Int!
  late: Int!
  "Oldest month that is missing or reopened."
  oldestMonth: Month
  "Since when the desk has had something to do."
  since: Date
}

"Months of desks that were open in them."
type DeclarationRates {
  expected: Int!
  declared: Int!
  reopened: Int!
  missing: Int!
  "Declared of those expected, from 0 to 1; null when none was."
  completeness: Float
  "Months whose deadline is over, and those of them first declared before it."
  pastDeadline: Int!
  onTime: Int!
  onTimeRate: Float
}`;
