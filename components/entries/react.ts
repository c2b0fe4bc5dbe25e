/** The tags in JSX, for React 19, which listens to the event `x` by `onx`: types only. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Attributes, Elements, Events } from './tag-types.ts';

type Handlers = { [Name in keyof Events as `on${Name}`]?: (event: Events[Name]) => void };

type Tag<Element, Own = Attributes<Element> & Handlers> = Own &
  Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Own>;

type Tags = { [Name in keyof Elements]: Tag<Elements[Name]> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
