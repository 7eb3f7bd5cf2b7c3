import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external", "@shareable", "@inaccessible"])';

/**
 * Three subgraphs that hold what the schema of the hub has not: visible unions, lists of lists, objects that must not
 * be null on other subgraphs, mutations of several subgraphs, a hidden field, nested required fields.
 */
export const MADE_UP_SUBGRAPHS: Readonly<Record<string, string>> = {
  store: `${LINK}
    union Thing = Box | Leaf
    interface Node { id: ID! label: String peers: [Node!] }
    enum Colour { RED GREEN BLUE }
    input Where { colour: Colour = RED ids: [ID!] and: [Where!] limit: Int! = 3 }
    type Query {
      things: [Thing!]!
      maybe: [Thing]
      grid: [[Int!]]!
      cubes: [[[Leaf]!]]
      box: Box!
      spare: Box
      node(id: ID!): Node
      nodes(where: Where, colours: [[Colour!]!], limit: Int! = 2): [Node]
    }
    type Mutation {
      put(id: ID!, note: String = "none"): Box!
      drop(id: ID!): Thing
      move(where: Where!): [Node!]
    }
    type Box implements Node @key(fields: "id") {
      id: ID!
      label: String
      secret: String @inaccessible
      peers: [Node!]
      lid: Lid!
      things: [[Thing]!]
      rows: [[Lid!]!]!
    }
    type Lid { name: String! size: Int box: Box! inner: Lid }
    type Leaf implements Node @key(fields: "id") { id: ID! label: String peers: [Node!] box: Box above: Node! }`,
  scales: `${LINK}
    union Thing = Box | Leaf
    enum Colour { RED GREEN BLUE }
    type Query { weights: [Int!]! }
    type Mutation { weigh(id: ID!, times: Int = 1): Box }
    type Box @key(fields: "id") {
      id: ID!
      label: String @external
      secret: String @external
      weight: Int!
      tags: [[String!]]!
      near: [Leaf!]
      heavy: Int @requires(fields: "label")
      opened: String @requires(fields: "secret")
    }
    type Leaf @key(fields: "id") { id: ID! colour: Colour! holder: Box! any: Thing all: [Thing!]! }`,
  measures: `${LINK}
    type Lid @shareable { name: String! @external size: Int @external }
    type Box @key(fields: "id") {
      id: ID!
      lid: Lid! @external
      sum: Int @requires(fields: "lid { name size }")
      height: Float!
    }
    type Leaf @key(fields: "id") { id: ID! veins: [[[Int]!]!] }`,
};

/** The supergraph of the three. */
export function madeUpSupergraph(): string {
  const services = Object.entries(MADE_UP_SUBGRAPHS).map(([name, sdl]) => ({
    name,
    url: `http://${name}.invalid/graphql`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error((errors ?? []).map(String).join('\n'));
  return supergraphSdl;
}
