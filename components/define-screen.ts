/** Registers the screen: for those who import it. Pages have no use for it, and its weight. */
import { YonneGardeScreen } from './garde-screen.ts';

export type * from './index.ts';

const NAME = 'yonne-garde-screen';

if (!customElements.get(NAME)) customElements.define(NAME, YonneGardeScreen);
