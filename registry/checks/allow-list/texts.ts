import { type ASTNode, type DocumentNode, isTypeDefinitionNode, type StringValueNode, visit } from 'graphql';
import type { Region } from '../../../subgraphs/kit/regions';
import type { Finding } from '../check-types';
import { finding } from '../finding';
import { elementsOf } from '../schema-elements';

/** Controls, changes of writing direction, zero-width and other invisible characters, private use, tags. */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u;
const ALLOWED_CONTROLS = /[\n\t\r]/g;
/** A tag, comment or processing instruction, or a character that is written as one for HTML. */
const HTML = /<[a-z/!?]|&#|&[a-z][a-z0-9]{1,31};/i;
/** An image, and schemes that a page would carry out or send something to. */
const IMAGE = /!\[/;
const SCHEME = /(?:javascript|vbscript)\s*:|data:[a-z]+\/|(?:file|blob):\/?\/?[a-z/]/i;
/** A Markdown link to anything but https. */
const LINK = /\]\s*\(\s*(?!https:\/\/)|^\s*\[[^\]]+\]:\s*(?!https:\/\/)/im;

/**
 * Whether the texts of a schema are such that any page may show them: people read descriptions in explorers and
 * dashboards that render Markdown, and take a name that is written backwards for another.
 */
export function checkTexts(document: DocumentNode, region: Region): readonly Finding[] {
  const ofElements = [...elementsOf(document)].flatMap(({ node, coordinate }) => {
    const parts = [
      node.description,
      ...(node.directives ?? []),
      'defaultValue' in node ? node.defaultValue : undefined,
    ];
    return parts.flatMap(textsIn).flatMap((text) => checkText(text, coordinate, region));
  });
  const ofOthers = document.definitions
    .filter((node) => !isTypeDefinitionNode(node))
    .flatMap(textsIn)
    .flatMap((text) => checkText(text, null, region));
  return [...ofElements, ...ofOthers];
}

function textsIn(node: ASTNode | undefined): readonly StringValueNode[] {
  const texts: StringValueNode[] = [];
  if (node !== undefined) visit(node, { StringValue: (text) => void texts.push(text) });
  return texts;
}

function checkText(node: StringValueNode, coordinate: string | null, region: Region): readonly Finding[] {
  const place = { coordinate, node };
  const where = coordinate ?? 'the schema';
  const text = node.value.normalize('NFKC');
  const invisible = INVISIBLE.exec(node.value.replaceAll(ALLOWED_CONTROLS, ' '));
  if (invisible !== null) {
    const code = invisible[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return [finding(region, 'TEXT_CONTROL_CHARACTER', place, `A text of ${where} holds U+${code}.`)];
  }
  if (HTML.test(text) || IMAGE.test(text) || SCHEME.test(text) || LINK.test(text)) {
    return [finding(region, 'TEXT_MARKUP', place, `A text of ${where} holds HTML, an image or an unsafe link.`)];
  }
  return [];
}
