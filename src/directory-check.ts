/**
 * What of a directory from outside is believed: a broken field or record is left out and named, and the rest serves. Only
 * where what no directory may lack is broken, all of it is refused.
 */
import { type RawChannel, type RawDirectory, type Role, type ShapeProblem, shapeOf } from './directory-schema.ts';
import { readTable } from './table.ts';

/** What saves lives, by its role: the script's own record of it stays, whatever a file says. */
export const VITAL: readonly (Role | undefined)[] = [
  'vital',
  'european-emergency',
  'text-emergency',
  'fire',
  'police',
  'suicide-prevention',
  'child-protection',
  'violence-against-women',
];

/** The numbers that no directory may lack. */
const ALWAYS: [Role, string][] = [
  ['vital', '15'],
  ['european-emergency', '112'],
  ['text-emergency', '114'],
];

/** Fields without which a record would say something else: where one of them is broken, what has it is left out. */
const WEIGHTY = ['access', 'announced', 'closed', 'hoursOf', 'plusCall', 'price', 'records', 'regime'];

/** How often what is wrong is left out and the rest looked at again: no field lies as deep. */
const PASSES = 9;

// biome-ignore lint/suspicious/noExplicitAny: what stands at a path may be anything.
type Node = Record<string, any>;

const refuse = (where: string, found: string, expected: string): never => {
  throw new Error(`${where}: ${found}; expected ${expected}`);
};

/** A path as people read it: records by their ids. */
const pathName = (nodes: readonly Node[], path: readonly string[]): string =>
  path.map((key, i) => nodes[i]?.[key]?.id ?? key).join('.');

/** Takes out what is wrong; what lacks something it may not lack goes as a whole. @param why - The reasons, by what is wrong. */
function cut(raw: Node, problems: readonly ShapeProblem[], why: Map<string, string>): void {
  const touched = new Set<Node>();
  for (const { path, message } of problems) {
    const nodes: Node[] = [raw];
    for (const key of path) nodes.push(nodes[nodes.length - 1]?.[key]);
    // Something around it is out already.
    if (nodes.slice(0, -1).includes(null!)) continue;
    let depth = path.length;
    while (depth && nodes[depth] === undefined) depth--;
    const weighty = path.findIndex((key) => WEIGHTY.includes(key));
    if (weighty >= 0) depth = Math.min(depth, weighty);
    if (path[depth - 1] === 'place') depth--;
    const whole = pathName(nodes, path) || 'directory';
    // What goes because of what went before is told by the first reason.
    const reason = why.get(whole) ?? `${whole}: ${message}`.slice(0, 400);
    if (depth < 2) throw new Error(reason);
    why.delete(whole);
    why.set(pathName(nodes, path.slice(0, depth)), reason);
    nodes[depth - 1]![path[depth - 1]!] = null;
    touched.add(nodes[depth - 1]!);
  }
  for (const node of touched) {
    if (Array.isArray(node)) node.splice(0, node.length, ...node.filter((item) => item !== null));
    else for (const key of Object.keys(node)) if (node[key] === null) Reflect.deleteProperty(node, key);
  }
}

/** Names the fields that the schema does not know. */
function nameUnknown(given: Node, known: Node, path: readonly string[], names: Node[], why: Map<string, string>): void {
  if (given === known || !known || typeof known !== 'object') return;
  for (const key of Object.keys(given)) {
    const at = [...path, key];
    if (Object.keys(known).includes(key)) nameUnknown(given[key], known[key], at, [...names, given], why);
    else {
      const name = pathName([...names, given], at);
      why.set(name, `${name}: a field that this version does not know; expected none`);
    }
  }
}

/** What of a directory has the shape that it must have. @param leftOut - Is told what has not. */
function believedShape(given: unknown, leftOut: string[]): RawDirectory {
  const why = new Map<string, string>();
  let raw = given as Node;
  for (let pass = 0; pass < PASSES; pass++) {
    const { directory, problems } = shapeOf(raw);
    if (directory) {
      nameUnknown(raw, directory, [], [], why);
      for (const reason of why.values()) leftOut.push(reason);
      return directory;
    }
    // Of the caller's own nothing is taken out.
    if (raw === given) raw = JSON.parse(JSON.stringify(given ?? null));
    cut(raw, problems, why);
  }
  return refuse('directory', 'too much of it is wrong', 'one of this version');
}

/** The directory with what saves lives as the script has it. */
function withOwn(raw: RawDirectory, own: RawDirectory, leftOut: string[]): RawDirectory {
  const numbers = ({ phones = [] }: RawChannel) => phones.map(({ number }) => number).join();
  const kept = own.channels.filter(({ role }) => VITAL.includes(role));
  const channels = raw.channels.filter((channel) => {
    const mine = kept.find(({ id, role }) => id === channel.id || role === channel.role);
    if (mine && (mine.role !== channel.role || numbers(mine) !== numbers(channel)))
      leftOut.push(`channels.${channel.id}: ${numbers(channel)}; expected the ${mine.id} of the script, which stays`);
    const { id, role, kind, need } = channel;
    const false15 = !VITAL.includes(role) && (kind === 'emergency-number' || need === 'vital-emergency');
    if (false15 && !mine) leftOut.push(`channels.${id}: an emergency number; expected those of the script`);
    return !mine && !false15;
  });
  const has = new Set(raw.sources.map(({ id }) => id));
  return {
    ...raw,
    channels: [...kept, ...channels],
    sources: [...raw.sources, ...own.sources.filter(({ id }) => !has.has(id))],
  };
}

/**
 * The records of a directory that refer to what is there, each once.
 *
 * @throws {Error} Where a commune is without an answer, or no 15.
 */
function believedReferences(raw: RawDirectory, leftOut: string[]): RawDirectory {
  /** The records of a list that pass a check. */
  const kept = <T>(list: readonly T[], check: (record: T) => void): T[] =>
    list.filter((record) => {
      try {
        check(record);
        return true;
      } catch (error) {
        leftOut.push((error as Error).message);
        return false;
      }
    });
  /** Refuses what stands twice. @param key - What its values are: `id`, `code`. */
  const once = (where: string, key: string, seen = new Set<string>()) => {
    return (value: string): void => {
      if (seen.has(value)) refuse(where, `${key} "${value}" stands there twice`, 'each one once');
      seen.add(value);
    };
  };
  const known = (where: string, what: string, among: ReadonlySet<string>, code: string) => {
    if (!among.has(code)) refuse(where, `no ${what} "${code}"`, `one of this directory, such as ${[...among][0]}`);
  };
  const column = readTable(raw.communes);
  const codes = (where: string, list: readonly string[]) => {
    list.forEach(once(where, 'code'));
    return new Set(list);
  };
  const epci = codes('epci', readTable(raw.epci)('code'));
  const communes = codes('communes', column('code'));

  const isNewSource = once('sources', 'id');
  const sources = kept(raw.sources, ({ id }) => isNewSource(id));
  const sourceIds = new Set(sources.map(({ id }) => id));
  const isNew = once('records', 'id');
  const isRecord = (id: string, named: readonly string[] = []) => {
    for (const source of named) known(`${id}: sources`, 'source', sourceIds, source);
    isNew(id);
  };

  const attached = new Set<string>();
  const attach = (where: string, code: string) => {
    if (attached.has(code)) refuse(where, `"${code}" is attached already`, 'each commune and EPCI once');
    attached.add(code);
  };
  const cpts = kept(raw.cpts.cpts, ({ id, sources }) => isRecord(id, sources)).map((group) => ({
    ...group,
    territory: kept(group.territory, ({ epci: whole, commune }) => {
      const where = `${group.id}: territory`;
      const code = commune ?? whole ?? refuse(where, 'neither epci nor commune', 'one of them');
      known(where, commune ? 'commune' : 'EPCI', commune ? communes : epci, code);
      attach(where, code);
    }),
  }));
  const groups = new Set(cpts.map(({ id }) => id));
  const undetermined = kept(raw.cpts.undetermined, ({ epci: code, neighbours }) => {
    known('cpts.undetermined', 'EPCI', epci, code);
    for (const id of neighbours) known(`cpts.undetermined: ${code}: neighbours`, 'CPTS', groups, id);
    attach('cpts.undetermined', code);
  });
  for (const [row, code] of column('code').entries()) {
    const whole = column('epci')[row]!;
    known(`communes: ${code}`, 'EPCI', epci, whole);
    if (!attached.has(code) && !attached.has(whole)) {
      const found = `${column('name')[row]} has no CPTS`;
      refuse(`communes: ${code}`, found, 'its EPCI in a territory or in cpts.undetermined');
    }
  }

  const roles = new Map<Role, string>();
  const channels = kept(raw.channels, ({ id, role, place, cpts: group, sources }) => {
    if (place && !place.point) known(`channels: ${id}: place.commune`, 'commune', communes, place.commune);
    if (group) known(`channels: ${id}: cpts`, 'CPTS', groups, group);
    if (role && roles.has(role))
      refuse(`channels: ${id}`, `role "${role}" is that of ${roles.get(role)}`, 'one channel');
    isRecord(id, sources);
    if (role) roles.set(role, id);
  });
  for (const [role, number] of ALWAYS)
    if (!channels.some((channel) => channel.role === role && channel.phones?.[0]?.number === number))
      refuse('channels', `none with the role "${role}" and the number ${number}`, 'one');
  const localHealthContracts = kept(raw.localHealthContracts, ({ id, epci: named, sources }) => {
    for (const code of named) known(`${id}: epci`, 'EPCI', epci, code);
    isRecord(id, sources);
  });
  for (const source of raw.directory.pdsa.sources) known('directory.pdsa: sources', 'source', sourceIds, source);

  const ids = new Set(channels.map(({ id }) => id));
  const notices = kept(raw.directory.notices ?? [], ({ id, records, sources }) => {
    if (records && !records.some((record) => ids.has(record))) known(`notices: ${id}`, 'channel', ids, records[0]!);
    isRecord(id, sources);
  });
  return {
    ...raw,
    directory: { ...raw.directory, notices },
    sources,
    channels,
    cpts: { cpts, undetermined },
    localHealthContracts,
  };
}

/**
 * What of a directory is believed.
 *
 * @param leftOut - Is told what is left out: which record, what was found, what was expected.
 * @param own - The directory of the script: what saves lives stays as it is there.
 * @throws {Error} Naming what is wrong, where all of it is refused.
 */
export function believed(given: unknown, leftOut: string[], own?: RawDirectory): RawDirectory {
  const raw = believedShape(given, leftOut);
  try {
    return believedReferences(own ? withOwn(raw, own, leftOut) : raw, leftOut);
  } catch (error) {
    // What was left out before may be the cause.
    throw new Error([(error as Error).message, ...leftOut.slice(0, 3)].join('\n'));
  }
}
