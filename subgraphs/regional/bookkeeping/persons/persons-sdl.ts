/** Criteria of persons, their rights, and who looked at them, in the schema of the region's own API. */
export const PERSONS_SDL = `extend type Query {
  "Criteria of a person, opened: for the desk that follows the person."
  participantCriteria(participant: ID!): [ParticipantCriterion!]!
  "Everything that is held of a person, as JSON under French names (RGPD, article 15); null for another desk's."
  personExport(participant: ID!): String
  "Who looked at persons, the latest first: of its own for a desk, of all for an auditor."
  accesses(participant: ID, first: Int = 50, after: String): AccessConnection!
}

extend type Mutation {
  "Adds a criterion to a person. One of health, justice or asylum is sealed."
  addParticipantCriterion(input: AddParticipantCriterionInput!): AddParticipantCriterionResult!
  "Forgets a person (RGPD, article 17): what identifies the person goes, figures stay as they are."
  eraseParticipant(input: EraseParticipantInput!): EraseParticipantResult!
}

"One criterion of a person."
type ParticipantCriterion {
  "Code list CRITERION."
  criterion: Code!
  "Code of the local list that it was entered by."
  localCode: String
  validFrom: Date!
  validTo: Date
  "Whether it is stored sealed."
  isSealed: Boolean!
}

input AddParticipantCriterionInput {
  participant: ID!
  "Code list CRITERION; not needed with a local code."
  criterion: Code
  "Code of the local list CRITERION, as it holds on the first day of validity."
  localCode: String
  validFrom: Date!
  validTo: Date
  "Whether figures count the person by it; so is the first one unless said."
  isMain: Boolean
}

union AddParticipantCriterionResult = AddParticipantCriterionSuccess | InvalidInput

"The criteria of the person as they are now."
type AddParticipantCriterionSuccess {
  criteria: [ParticipantCriterion!]!
}

input EraseParticipantInput {
  id: ID!
}

union EraseParticipantResult = EraseParticipantSuccess | RowNotFound

type EraseParticipantSuccess {
  id: ID!
}

type AccessConnection {
  edges: [AccessEdge!]!
  pageInfo: PageInfo!
}

type AccessEdge {
  cursor: String!
  node: Access!
}

"One look at one person."
type Access {
  accessedAt: DateTime!
  "Subject of whoever looked."
  actor: String!
  role: String!
  participant: ID!
  "Name of the operation."
  operation: String!
}`;
