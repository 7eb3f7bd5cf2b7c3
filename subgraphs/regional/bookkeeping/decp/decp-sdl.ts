/** Links between a desk's contracts and the public ones of the DECP import. */
export const DECP_SDL = `extend type Query {
  "A public contract of the last DECP import of this region, by its identifier there (uid); null when there is none."
  decpContract(id: String!): DecpContract
}

extend type Mutation {
  "Fills a contract of the caller's desk from a public one, or makes a new one from it: one contract in the books, not two."
  linkContractToDecp(input: LinkContractToDecpInput!): LinkContractToDecpResult!
}

"A public contract as the buyer published it (données essentielles de la commande publique)."
type DecpContract {
  id: String!
  "Whether a desk may link its contract to it: nobody has yet."
  isFree: Boolean!
  buyer: Buyer!
  title: String!
  sector: Code!
  cpv: String
  clauseType: Code
  "Excluding tax, in euros."
  amount: Float
  notifiedOn: Date
  durationMonths: Int
  placeKind: Code
  placeCode: String
  departement: String
}

input LinkContractToDecpInput {
  "Identifier of the public contract (uid)."
  decp: String!
  "The desk's contract; absent to make one."
  contract: ID
  "Version of the contract that was read."
  version: Int
  "Operation and reference of a contract that is made."
  operation: ID
  reference: String
  "Whether values of the desk that are others give way. Otherwise only empty fields are filled."
  replaces: Boolean = false
}

union LinkContractToDecpResult = LinkContractToDecpSuccess | InvalidInput | ContractVersionConflict | RowNotFound

type LinkContractToDecpSuccess {
  contract: Contract!
  "Fields that the public contract filled."
  filled: [String!]!
  "Values of the desk that were kept and differ."
  kept: [KeptValue!]!
  warnings: [InputProblem!]!
}

"A field in which a desk's contract differs from the public one."
type KeptValue {
  field: String!
  "As JSON."
  ours: String!
  published: String!
}`;
