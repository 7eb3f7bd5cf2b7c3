import {
  CategoriesProperty,
  EmailProperty,
  FNProperty,
  OrgProperty,
  SpecialValueType,
  TelProperty,
  TextListType,
  TextType,
  TitleProperty,
  UIDProperty,
  URIType,
  VCARD,
} from 'vcard4';
import type { Post } from './posts';

/** Posts as vCards of version 4 (RFC 6350), one for each post that is filled; a vacant one is nobody's card. */
export function postsVcard(posts: readonly Post[]): string {
  return posts.flatMap((post) => (post.name === null ? [] : [cardOf(post, post.name)])).join('');
}

function cardOf(post: Post, name: string): string {
  const text = (value: string) => new TextType(value);
  const place =
    post.departements.length > 0 ? post.departements.map((code) => `Département ${code}`) : [post.region?.name];
  const card = new VCARD([
    new UIDProperty([], new URIType(`urn:uuid:${post.id}`)),
    new FNProperty([], text(name)),
    new TitleProperty([], text(post.function)),
    new OrgProperty([], new SpecialValueType('orgproperty', [text(post.organisation)])),
    ...(post.email === null ? [] : [new EmailProperty([], text(post.email))]),
    ...(post.phone === null ? [] : [new TelProperty([], text(post.phone))]),
    new CategoriesProperty([], new TextListType(['Clauses sociales', ...place.flatMap((one) => one ?? [])].map(text))),
  ]);
  const written = card.repr();
  return written.endsWith('\r\n') ? written : `${written}\r\n`;
}
