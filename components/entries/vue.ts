/** The tags in Vue's templates, as its guide on web components asks: types only. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Elements, Events, Properties } from './tag-types.ts';

type Listeners = { [Name in keyof Events]: (event: Events[Name]) => void };

type Tag<Element, Own = Properties<Element>> = new () => Element & {
  /** For the types of templates only. */
  $props: Own & Omit<HTMLAttributes, keyof Own> & PublicProps;
  /** For the types of templates only. */
  $emit: EmitFn<Listeners>;
};

type Tags = { [Name in keyof Elements]: Tag<Elements[Name]> };

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
