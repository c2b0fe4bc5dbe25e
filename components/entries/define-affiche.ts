/** Registers the poster: for the page that prints it. */
import { YonneAffiche } from '../affiche/affiche.ts';
import { defineElements } from './define-elements.ts';

export type * from '../index.ts';

defineElements({ 'yonne-affiche': YonneAffiche });
