/** Registers `<yonne-soins-now>` alone: what most pages use, in the smallest script. */
import { YonneSoinsNow } from '../soins-now/soins-now.ts';
import { defineElements } from './define-elements.ts';

export type * from '../index.ts';

defineElements({ 'yonne-soins-now': YonneSoinsNow });
