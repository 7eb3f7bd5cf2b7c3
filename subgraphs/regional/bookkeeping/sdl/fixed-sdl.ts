/** What the schema of the region's own API has beside its nouns. */
export const FIXED_SDL = `# The own API of a region, for its desks and its coordination. Not federated and never composed: persons and hours of one
# region stay behind it. Printed from the nouns of subgraphs/regional/bookkeeping by "npm run books:sdl": do not edit.

"A moment, RFC 3339 in UTC."
scalar DateTime
"A day, YYYY-MM-DD."
scalar Date
"A month, YYYY-MM."
scalar Month
"A code of a code list, or one of a few fixed words that the field names."
scalar Code

"What every row of the books has."
interface BookRow {
  id: ID!
  version: Int!
  createdAt: DateTime!
  updatedAt: DateTime!
  origin: Code!
}

"Something that was not done, and why."
interface Refusal {
  message: String!
}

"Where a page ends."
type PageInfo {
  hasNextPage: Boolean!
  endCursor: String
}

"One thing that is wrong, or may be."
type InputProblem {
  "Stable code; docs/ERRORS.md says what each means."
  code: String!
  "Field of the input, such as siret or months.1.hours."
  path: String!
  message: String!
  "What was perhaps meant."
  suggestion: String
}

"Nothing was written: every problem of the input at once."
type InvalidInput implements Refusal {
  message: String!
  problems: [InputProblem!]!
}

"No row of that identifier is there for the caller."
type RowNotFound implements Refusal {
  message: String!
}

"The row was not deleted, since others refer to it."
type RowInUse implements Refusal {
  message: String!
}

type DeleteRowSuccess {
  "Identifier of the row that is gone."
  id: ID!
}

input DeleteRowInput {
  id: ID!
  "Version that was read."
  version: Int!
}

type Query {
  "Who the caller is in this region."
  caller: BookCaller!
  "Changes of the books, the latest first: who, when, before, after."
  changes(filter: ChangeFilter, first: Int = 50, after: String): ChangeConnection!
  "What a desk did in a year beside what its territory decided, and what waits."
  deskYear(desk: ID!, year: Int!): DeskYear
}

"Somebody who works in the books of the region."
type BookCaller {
  "desk, coordination or auditor."
  role: String!
  "The desk of a caller of the role desk."
  desk: Desk
  "INSEE code of the region."
  region: String!
}

input ChangeFilter {
  "Name of a type of this schema, such as Contract."
  type: String
  "Identifier of one row."
  row: ID
  "Subject of whoever changed it."
  actor: String
  "From that moment on."
  from: DateTime
  "Before that moment."
  to: DateTime
}

type ChangeConnection {
  edges: [ChangeEdge!]!
  pageInfo: PageInfo!
}

type ChangeEdge {
  cursor: String!
  node: Change!
}

"One change of one row."
type Change {
  id: ID!
  changedAt: DateTime!
  "Subject of whoever changed it, or the account of the system that did."
  actor: String!
  "desk, coordination or owner."
  role: String!
  "INSERT, UPDATE or DELETE."
  action: String!
  "Name of the type of this schema."
  type: String!
  "Identifier of the row."
  row: ID!
  "Fields that are not what they were, as they are stored; all of them when the row was added or deleted."
  fields: [FieldChange!]!
}

type FieldChange {
  "Column of the books."
  name: String!
  "As JSON; null when there was no row."
  before: String
  "As JSON; null when there is no row any more."
  after: String
}

"A desk in one year."
type DeskYear {
  desk: Desk!
  year: Int!
  "Strategies that hold in that year."
  strategies: [TerritoryStrategy!]!
  "Who carries the desk in that year."
  hosts: [DeskHost!]!
  "Hours validated in the year."
  hoursDone: Float!
  "Hours entered and not validated yet."
  hoursWaiting: Float!
  "Hours committed for the year."
  hoursPlanned: Float!
  "Persons with validated hours in the year."
  participants: Int!
}

type Mutation {
  "Enters hours of several months of one work contract: all of them or none. A month that is there is corrected."
  enterHours(input: EnterHoursInput!): EnterHoursResult!
  "Validates hours in the name of a facilitator of the desk: all of them or none."
  validateHours(input: ValidateHoursInput!): ValidateHoursResult!
  "Withdraws the validation of hours: all of them or none."
  withdrawValidation(input: WithdrawValidationInput!): WithdrawValidationResult!
}

input EnterHoursInput {
  workContract: ID!
  "At most 120 months."
  months: [MonthHoursInput!]!
}

input MonthHoursInput {
  month: Month!
  hours: Float!
  "Version of the entry that is corrected; absent for a month without one."
  version: Int
}

input ValidateHoursInput {
  "The facilitator who validates, of the same desk and in post."
  facilitator: ID!
  "At most 500 entries."
  entries: [EntryVersionInput!]!
}

input WithdrawValidationInput {
  "At most 500 entries."
  entries: [EntryVersionInput!]!
}

input EntryVersionInput {
  id: ID!
  version: Int!
}

"The entries as they are now."
type HourEntriesSuccess {
  entries: [HourEntry!]!
}

union EnterHoursResult = HourEntriesSuccess | InvalidInput | HourEntryVersionConflict | RowNotFound
union ValidateHoursResult = HourEntriesSuccess | InvalidInput | HourEntryVersionConflict | RowNotFound
union WithdrawValidationResult = HourEntriesSuccess | InvalidInput | HourEntryVersionConflict | RowNotFound`;
