/** The work of an officer: an edition, what was changed in it step by step, and its copy on the device. */

import type { RawDirectory } from '../../src/directory-schema.ts';
import { isSame, type Path, withValue } from './raw.ts';

/** What one step changed: the values at some paths, before and after. */
type Step = readonly { path: Path; before?: unknown; after?: unknown }[];

const BASE = 'yonne-soins-editeur:edition';
const STEPS = 'yonne-soins-editeur:etapes';

type Container = Record<string, unknown>;
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** What differs, as deep as both have the same fields: what was not touched is the same object. */
function stepBetween(before: unknown, after: unknown, path: Path = []): Step {
  if (before === after) return [];
  if (isContainer(before) && isContainer(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = Object.keys(before);
    if (keys.join() === Object.keys(after).join())
      return keys.flatMap((key) =>
        stepBetween(before[key], after[key], [...path, Array.isArray(before) ? Number(key) : key]),
      );
  }
  return isSame(before, after) ? [] : [{ path, before, after }];
}

const applied = (raw: RawDirectory, step: Step, side: 'before' | 'after'): RawDirectory =>
  step.reduce((within, part) => withValue(within, part.path, part[side]), raw);

export class Draft {
  /** The edition that was opened. */
  base: RawDirectory | undefined;
  current: RawDirectory | undefined;
  /** The device keeps a copy. */
  kept = true;
  private steps: Step[] = [];
  private done = 0;
  /** What the last step is about, while it goes on: letters that are typed are one step. */
  private going: string | undefined;

  constructor(private readonly storage: Storage | undefined) {}

  get canUndo(): boolean {
    return this.done > 0;
  }

  get canRedo(): boolean {
    return this.done < this.steps.length;
  }

  /** Begins with an edition. */
  open(raw: RawDirectory): void {
    this.base = raw;
    this.current = raw;
    this.steps = [];
    this.done = 0;
    this.settle();
    // An edition without changes is no draft: the published one is opened the next time.
    this.forget();
  }

  /** Takes up what the device kept. @returns Whether there was something. */
  restore(): boolean {
    try {
      const [base, kept] = [this.storage?.getItem(BASE), this.storage?.getItem(STEPS)];
      if (!base || !kept) return false;
      const { steps, done } = JSON.parse(kept) as { steps: Step[]; done: number };
      this.base = JSON.parse(base) as RawDirectory;
      this.steps = steps;
      this.done = done;
      this.current = steps.slice(0, done).reduce((raw, step) => applied(raw, step, 'after'), this.base);
      return true;
    } catch {
      // What cannot be read is no draft.
      return false;
    }
  }

  /** @param about - Steps about the same thing are one, until `settle`. */
  edit(change: (raw: RawDirectory) => RawDirectory, about?: string): void {
    if (!this.current) return;
    const goesOn = about !== undefined && about === this.going && this.done === this.steps.length && this.done > 0;
    const from = goesOn ? applied(this.current, this.steps[this.done - 1]!, 'before') : this.current;
    this.current = change(this.current);
    const step = stepBetween(from, this.current);
    this.steps = this.steps.slice(0, goesOn ? this.done - 1 : this.done);
    if (step.length) this.steps.push(step);
    this.done = this.steps.length;
    this.going = step.length ? about : undefined;
    this.save();
  }

  /** What comes next is a step of its own. */
  settle(): void {
    this.going = undefined;
  }

  undo(): void {
    if (!this.canUndo) return;
    this.settle();
    this.done--;
    this.current = applied(this.current!, this.steps[this.done]!, 'before');
    this.save();
  }

  redo(): void {
    if (!this.canRedo) return;
    this.settle();
    this.current = applied(this.current!, this.steps[this.done]!, 'after');
    this.done++;
    this.save();
  }

  /** Nothing of it stays on the device. */
  forget(): void {
    this.storage?.removeItem(BASE);
    this.storage?.removeItem(STEPS);
  }

  private save(): void {
    try {
      if (!this.storage?.getItem(BASE)) this.storage?.setItem(BASE, JSON.stringify(this.base));
      this.storage?.setItem(STEPS, JSON.stringify({ steps: this.steps, done: this.done }));
      this.kept = this.storage !== undefined;
    } catch {
      // A full or closed storage: the page says so.
      this.kept = false;
    }
  }
}
