import {
  type DocumentNode,
  GraphQLError,
  isTypeSystemDefinitionNode,
  isTypeSystemExtensionNode,
  Kind,
  parse,
  UniqueArgumentDefinitionNamesRule,
  UniqueArgumentNamesRule,
  UniqueEnumValueNamesRule,
  UniqueFieldDefinitionNamesRule,
  UniqueInputFieldNamesRule,
  UniqueOperationTypesRule,
  UniqueTypeNamesRule,
  visit,
  visitInParallel,
} from 'graphql';
import { SDLValidationContext } from 'graphql/validation/ValidationContext.js';
import type { Region } from '../../subgraphs/kit/regions';
import type { Finding } from './check-types';
import { finding } from './finding';
import { MOST_TOKENS } from './size.check';

/** What reading an SDL came to. */
export interface ParsedSdl {
  /** The definitions, with their places; null when the SDL is not GraphQL. */
  readonly document: DocumentNode | null;
  readonly findings: readonly Finding[];
}

/** Every later check looks names up: a name that is there twice could show each check another definition. */
const ONCE = [
  UniqueTypeNamesRule,
  UniqueFieldDefinitionNamesRule,
  UniqueArgumentDefinitionNamesRule,
  UniqueEnumValueNamesRule,
  UniqueArgumentNamesRule,
  UniqueInputFieldNamesRule,
  UniqueOperationTypesRule,
];

/** Reads an SDL that passed the check of its size. */
export function checkParse(region: Region, sdl: string): ParsedSdl {
  try {
    const document = parse(sdl, { maxTokens: MOST_TOKENS });
    const findings = [...notDefinitions(region, document), ...definedTwice(region, document)];
    return { document, findings };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { document: null, findings: [syntaxFinding(region, sdl, error)] };
  }
}

function syntaxFinding(region: Region, sdl: string, error: GraphQLError): Finding {
  const line = error.locations?.[0]?.line ?? 1;
  const culprit = String.fromCodePoint(sdl.codePointAt(error.positions?.[0] ?? 0) ?? 0);
  if (/[\p{L}\p{M}\p{N}\p{Cf}]/u.test(culprit) && /[^\x20-\x7e]/.test(culprit)) {
    const code = culprit.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return finding(region, 'NAME_NOT_ASCII', { line }, `A name holds U+${code}, which is not a letter of names.`);
  }
  return finding(region, 'SDL_SYNTAX', { line }, error.message);
}

function notDefinitions(region: Region, document: DocumentNode): readonly Finding[] {
  return document.definitions
    .filter((node) => !isTypeSystemDefinitionNode(node) && !isTypeSystemExtensionNode(node))
    .map((node) => {
      const what = node.kind === Kind.FRAGMENT_DEFINITION ? 'a fragment' : 'an operation';
      return finding(region, 'SDL_NOT_A_SCHEMA', { node }, `The SDL holds ${what}.`);
    });
}

/** Names defined twice that are reported; each costs a look through the whole SDL. */
const MOST_TWICE = 20;

function definedTwice(region: Region, document: DocumentNode): readonly Finding[] {
  const errors: GraphQLError[] = [];
  const enough = new Error('enough');
  const context = new SDLValidationContext(document, null, (error) => {
    errors.push(error);
    if (errors.length >= MOST_TWICE) throw enough;
  });
  try {
    visit(document, visitInParallel(ONCE.map((rule) => rule(context))));
  } catch (thrown) {
    if (thrown !== enough) throw thrown;
  }
  return errors.map((error) => {
    const line = error.locations?.at(-1)?.line ?? null;
    const coordinate = /"([^"]+)"/.exec(error.message)?.[1] ?? null;
    return finding(region, 'DEFINED_TWICE', { coordinate, line }, error.message);
  });
}
