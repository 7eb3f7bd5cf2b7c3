// The package has types that its "exports" do not lead to: what of it is used here (vcard4 4.0.5).
declare module 'vcard4' {
  export class TextType {
    constructor(value: string);
  }
  export class TextListType {
    constructor(values: readonly TextType[]);
  }
  export class URIType {
    constructor(value: string);
  }
  export class SpecialValueType {
    constructor(property: string, value: readonly TextType[] | string);
  }
  class Property<Value> {
    constructor(parameters: readonly unknown[], value: Value);
  }
  export class FNProperty extends Property<TextType> {}
  export class TitleProperty extends Property<TextType> {}
  export class EmailProperty extends Property<TextType> {}
  export class TelProperty extends Property<TextType | URIType> {}
  export class UIDProperty extends Property<TextType | URIType> {}
  export class OrgProperty extends Property<SpecialValueType> {}
  export class CategoriesProperty extends Property<TextListType | TextType> {}
  export class VCARD {
    constructor(properties: readonly object[]);
    /** The card as RFC 6350 writes it, folded, with CRLF. */
    repr(): string;
  }
  /** Throws when a text is no vCard. */
  export function parse(text: string): object;
}
