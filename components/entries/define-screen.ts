/** Registers the screen: for those who import it. Pages have no use for it, and its weight. */
import { YonneGardeScreen } from '../garde-screen/garde-screen.ts';
import { defineElements } from './define-elements.ts';

export type * from '../index.ts';

defineElements({ 'yonne-garde-screen': YonneGardeScreen });
