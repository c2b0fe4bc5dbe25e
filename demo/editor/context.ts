import type { Directory } from '../../src/directory.ts';
import type { RawDirectory } from '../../src/directory-schema.ts';
import type { Instant } from '../../src/time/calendar.ts';
import type { Draft } from './draft.ts';
import type { Problem } from './problems.ts';
import type { Path } from './raw.ts';

/** What the rooms of the editor have of it. */
export interface Editor {
  readonly draft: Draft;
  /** The directory as it stands, right or not. */
  readonly raw: RawDirectory;
  /** The last one that was right, which the widgets show. */
  readonly directory: Directory;
  /** The present day in Paris. */
  readonly today: string;
  /** The instant that the officer looks at: that of the preview. */
  readonly at: Instant;
  readonly problems: readonly Problem[];
  /** Changes the directory. @param about - Changes of the same thing are one step, until the field is left. */
  edit(change: (raw: RawDirectory) => RawDirectory, about?: string): void;
  /** Changes one value; where it is a fact of a record, the record was compared with its sources today. */
  set(path: Path, value: unknown): void;
  /** Tells what happened, to those who see it and those who hear it. */
  say(text: string): void;
  turn(way: 'undo' | 'redo'): void;
  /** Goes to another view: the hash of an address. */
  go(hash: string): void;
  /** The id of what gets the focus once it is drawn. */
  focusOn(id: string): void;
  /** What a view keeps while the officer goes from one to the other: searches, filters, what is chosen. */
  readonly kept: Kept;
  requestUpdate(): void;
}

export interface Kept {
  search: string;
  list: 'channels' | 'cpts' | 'localHealthContracts' | 'sources';
  unconfirmed: boolean;
  old: boolean;
  communeSearch: string;
  /** Id of the CPTS whose communes are shown; empty: all. */
  cpts: string;
  csvProblems: readonly string[];
  communesLeft: boolean;
  /** Who confirms, how and when: for the next record, too. */
  by: string;
  how: string;
  on: string;
  chosen: Set<string>;
  /** The hours of days that could not be read, as they were typed. */
  unread: Map<string, string>;
  /** What the preview shows: an empty moment is the present one, an empty place all of the département; none: that of the record. */
  moment: string;
  place: string | undefined;
  widget: string;
}
