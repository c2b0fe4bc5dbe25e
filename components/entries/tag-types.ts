/**
 * What the types of React and Vue say of the tags, read from the classes: a new element is in them without a change. The
 * manifest's generators for them were tried: React's refuses a `RefObject` and `CSSProperties`, Vue's does not compile.
 */
import type { LitElement } from 'lit';

// With the classes comes what they say of `HTMLElementTagNameMap` and of the events.
export type * from '../index.ts';

/** The elements of this package by their tags. */
export type Elements = Pick<HTMLElementTagNameMap, Extract<keyof HTMLElementTagNameMap, `yonne-${string}`>>;

/** Their events. All elements have all of them: they bubble out of shadow roots. */
export type Events = Pick<GlobalEventHandlersEventMap, Extract<keyof GlobalEventHandlersEventMap, `yonne-${string}`>>;

/** Two types are the same, also in what is `readonly`. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** The name of a property, unless it cannot be set. */
type Settable<Element, Name extends keyof Element> =
  Same<Pick<Element, Name>, { -readonly [Key in Name]: Element[Key] }> extends true ? Name : never;

/** The names of an element's own properties. */
type OwnNames<Element> = Exclude<keyof Element, Exclude<keyof LitElement, 'lang'>>;

/** What an element takes, by the names of properties. */
export type Properties<Element> = Partial<
  Pick<Element, { [Name in OwnNames<Element>]: Settable<Element, Name> }[OwnNames<Element>]>
>;

/** `heading-level` of `headingLevel`. */
type Kebab<Name> = Name extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? Letter : `-${Lowercase<Letter>}`}${Kebab<Rest>}`
  : Name;

type ByAttribute<Own> = {
  [Name in keyof Own as Own[Name] extends string | number | boolean | undefined ? Kebab<Name> : Name]: Own[Name];
};

/** What an element takes, by the names of attributes, but for objects, which only properties hold. */
export type Attributes<Element, Own = Properties<Element>> = ByAttribute<Own> &
  // What keeps its name keeps its description, too.
  Pick<Own, keyof Own & keyof ByAttribute<Own>>;
