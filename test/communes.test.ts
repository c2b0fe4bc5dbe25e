import { expect } from '@open-wc/testing';
import { type CommuneMatch, createCommuneSearch, distance, nearestCommune } from '../src/communes.ts';
import { chance } from './chance.ts';
import { frozen } from './frozen.ts';

// Communes merge: what is found, and in which order, is told of those of 2026.
const { communes, commune: communeOf } = frozen;
const search = createCommuneSearch(communes);
const namesFor = (query: string, limit?: number) => search(query, limit).matches.map(({ commune }) => commune.name);

/** What was typed and the commune that must come first. */
const FIRST: Record<string, [query: string, expected: string][]> = {
  'name as it is written': [
    ['Auxerre', 'Auxerre'],
    ['Saint-Florentin', 'Saint-Florentin'],
    ["Villeneuve-l'Archevêque", "Villeneuve-l'Archevêque"],
    ['Charny Orée de Puisaye', 'Charny Orée de Puisaye'],
    ['Sépeaux-Saint Romain', 'Sépeaux-Saint Romain'],
    ["L'Isle-sur-Serein", "L'Isle-sur-Serein"],
    ['Les Hauts de Forterre', 'Les Hauts de Forterre'],
    ['Saint-Martin', 'Saint-Martin-du-Tertre'],
    ['Sainte-Colombe', 'Sainte-Colombe'],
    ['Cry', 'Cry'],
    ['Véron', 'Véron'],
    ['Magny', 'Magny'],
    ['Perrigny', 'Perrigny'],
    ['Varennes', 'Varennes'],
  ],
  'beginning of a name': [
    ['a', 'Auxerre'],
    ['s', 'Sens'],
    ['au', 'Auxerre'],
    ['av', 'Avallon'],
    ['jo', 'Joigny'],
    ['mig', 'Migennes'],
    ['saint', 'Saint-Florentin'],
    ['saint-f', 'Saint-Florentin'],
    ['saint fa', 'Saint-Fargeau'],
    ['ville', 'Villeneuve-sur-Yonne'],
    ['villeneuve', 'Villeneuve-sur-Yonne'],
    ['villeneuve l', 'Villeneuve-la-Guyard'],
    ["villeneuve l'", 'Villeneuve-la-Guyard'],
    ["villeneuve l'a", "Villeneuve-l'Archevêque"],
    ['pont', 'Pont-sur-Yonne'],
    ['pontig', 'Pontigny'],
    ['mailly', 'Mailly-le-Château'],
    ['chab', 'Chablis'],
    ['ton', 'Tonnerre'],
    ['brien', 'Brienon-sur-Armançon'],
    ['v', 'Villeneuve-sur-Yonne'],
    ['le val', "Le Val d'Ocre"],
  ],
  'capitals, accents, ligatures': [
    ['AUXERRE', 'Auxerre'],
    ['SAINT FLORENTIN', 'Saint-Florentin'],
    ['vezelay', 'Vézelay'],
    ['VÉZELAY', 'Vézelay'],
    ['Ve\u0301zelay', 'Vézelay'],
    ['moneteau', 'Monéteau'],
    ['bleneau', 'Bléneau'],
    ['hery', 'Héry'],
    ['cheroy', 'Chéroy'],
    ['cezy', 'Cézy'],
    ['egleny', 'Égleny'],
    ['egriselles', 'Égriselles-le-Bocage'],
    ['epineau', 'Épineau-les-Voves'],
    ['etais', 'Étais-la-Sauvin'],
    ['chatel censoir', 'Châtel-Censoir'],
    ['môlay', 'Môlay'],
    ['molay', 'Môlay'],
    ['aisy-sur-armancon', 'Aisy-sur-Armançon'],
    ['ravieres', 'Ravières'],
    ['boeurs', 'Bœurs-en-Othe'],
    ['bœurs', 'Bœurs-en-Othe'],
    ['BŒURS', 'Bœurs-en-Othe'],
    ['boe', 'Bœurs-en-Othe'],
  ],
  'hyphens, spaces, apostrophes': [
    ['saint florentin', 'Saint-Florentin'],
    ['saintflorentin', 'Saint-Florentin'],
    ['  saint - florentin ', 'Saint-Florentin'],
    ['Saint–Florentin', 'Saint-Florentin'],
    ['charny-oree-de-puisaye', 'Charny Orée de Puisaye'],
    ['deux-rivieres', 'Deux Rivières'],
    ['montsaintsulpice', 'Mont-Saint-Sulpice'],
    ['l’isle sur serein', "L'Isle-sur-Serein"],
    ['l isle sur serein', "L'Isle-sur-Serein"],
    ['lisle sur serein', "L'Isle-sur-Serein"],
    ['gy l’eveque', "Gy-l'Évêque"],
    ['gy leveque', "Gy-l'Évêque"],
    ['bois darcy', "Bois-d'Arcy"],
    ['villeneuve l archeveque', "Villeneuve-l'Archevêque"],
    ['villeneuve larcheveque', "Villeneuve-l'Archevêque"],
    ['la roche saint cydroine', 'Laroche-Saint-Cydroine'],
    ['la lande', 'Lalande'],
    ['lachapelle sur oreuse', 'La Chapelle-sur-Oreuse'],
    ['pierreperthuis', 'Pierre-Perthuis'],
  ],
  abbreviations: [
    ['st florentin', 'Saint-Florentin'],
    ['St-Florentin', 'Saint-Florentin'],
    ['st. florentin', 'Saint-Florentin'],
    ['s. florentin', 'Saint-Florentin'],
    ['stflorentin', 'Saint-Florentin'],
    ['st flo', 'Saint-Florentin'],
    ['st', 'Saint-Florentin'],
    ['sti', 'Stigny'],
    ['st fargeau', 'Saint-Fargeau'],
    ['st julien du sault', 'Saint-Julien-du-Sault'],
    ['st valerien', 'Saint-Valérien'],
    ['ste colombe', 'Sainte-Colombe'],
    ['Ste-Pallaye', 'Sainte-Pallaye'],
    ['ste v', 'Sainte-Vertu'],
    ['stemagnance', 'Sainte-Magnance'],
    ['escolives ste camille', 'Escolives-Sainte-Camille'],
    ['mont st sulpice', 'Mont-Saint-Sulpice'],
    ['la celle st cyr', 'La Celle-Saint-Cyr'],
    ['laroche st cydroine', 'Laroche-Saint-Cydroine'],
    ['villeneuve s/yonne', 'Villeneuve-sur-Yonne'],
    ['villeneuve s/ yonne', 'Villeneuve-sur-Yonne'],
    ['villeneuve s yonne', 'Villeneuve-sur-Yonne'],
    ['pont s. yonne', 'Pont-sur-Yonne'],
    ['brienon s/armancon', 'Brienon-sur-Armançon'],
    ['st aubin s/yonne', 'Saint-Aubin-sur-Yonne'],
    ['st georges s/ baulche', 'Saint-Georges-sur-Baulche'],
    ['asnieres ss bois', 'Asnières-sous-Bois'],
    ['asnieres s/s bois', 'Asnières-sous-Bois'],
    ['vassy s/s pisy', 'Vassy-sous-Pisy'],
    ['fontenay ss fouronnes', 'Fontenay-sous-Fouronnes'],
    ['st denis les sens', 'Saint-Denis-lès-Sens'],
    ['rogny les 7 ecluses', 'Rogny-les-Sept-Écluses'],
    ['2 rivières', 'Deux Rivières'],
  ],
  'without the article, or with one too many': [
    ['belliole', 'La Belliole'],
    ['bordes', 'Les Bordes'],
    ['ormes', 'Les Ormes'],
    ['sieges', 'Les Sièges'],
    ['clerimois', 'Les Clérimois'],
    ['ferte loupiere', 'La Ferté-Loupière'],
    ['postolle', 'La Postolle'],
    ['celle saint cyr', 'La Celle-Saint-Cyr'],
    ['isle sur serein', "L'Isle-sur-Serein"],
    ["val d'ocre", "Le Val d'Ocre"],
    ['hauts de forterre', 'Les Hauts de Forterre'],
    ['vallees de la vanne', 'Les Vallées de la Vanne'],
    ['le chablis', 'Chablis'],
    ['la bordes', 'Les Bordes'],
    ["l'auxerre", 'Auxerre'],
  ],
  'some of the words, in any order': [
    ['florentin', 'Saint-Florentin'],
    ['cydroine', 'Laroche-Saint-Cydroine'],
    ['archeveque', "Villeneuve-l'Archevêque"],
    ['guyard', 'Villeneuve-la-Guyard'],
    ['forterre', 'Les Hauts de Forterre'],
    ['tholon aillant', 'Montholon'],
    ['villeneuve yonne', 'Villeneuve-sur-Yonne'],
    ['yonne villeneuve', 'Villeneuve-sur-Yonne'],
    ['isle serein', "L'Isle-sur-Serein"],
    ['st julien sault', 'Saint-Julien-du-Sault'],
    ['st sauveur puisaye', 'Saint-Sauveur-en-Puisaye'],
    ['cussy forges', 'Cussy-les-Forges'],
    ['druyes fontaines', 'Druyes-les-Belles-Fontaines'],
    ['maurice riches', 'Saint-Maurice-aux-Riches-Hommes'],
    ['bris vineux', 'Saint-Bris-le-Vineux'],
    ['sa saint', 'Saint-Julien-du-Sault'],
    ['puisaye', 'Charny Orée de Puisaye'],
  ],
  'former and delegated communes': [
    ['Aillant-sur-Tholon', 'Montholon'],
    ['aillant', 'Montholon'],
    ['volgre', 'Montholon'],
    ['cravant', 'Deux Rivières'],
    ['accolay', 'Deux Rivières'],
    ['vaux', 'Auxerre'],
    ['charny', 'Charny Orée de Puisaye'],
    ['villefranche', 'Charny Orée de Puisaye'],
    ['grandchamp', 'Charny Orée de Puisaye'],
    ['chene arnoult', 'Charny Orée de Puisaye'],
    ['st martin s/ouanne', 'Charny Orée de Puisaye'],
    ['guerchy', 'Valravillon'],
    ['neuilly', 'Valravillon'],
    ['guillon', 'Guillon-Terre-Plaine'],
    ['sceaux', 'Guillon-Terre-Plaine'],
    ['theil sur vanne', 'Les Vallées de la Vanne'],
    ['chigy', 'Les Vallées de la Vanne'],
    ['treigny', 'Treigny-Perreuse-Sainte-Colombe'],
    ['ste colombe sur loing', 'Treigny-Perreuse-Sainte-Colombe'],
    ['taingy', 'Les Hauts de Forterre'],
    ['st aubin chateau neuf', "Le Val d'Ocre"],
    ['villotte', 'Villiers-Saint-Benoît'],
    ['sougeres sur sinotte', 'Monéteau'],
    ['bligny', 'Brienon-sur-Armançon'],
    ['dilo', 'Arces-Dilo'],
    ['st vinnemer', 'Tanlay'],
    ['sacy', 'Vermenton'],
    ['ailant sur tholon', 'Montholon'],
    ['cravent', 'Deux Rivières'],
  ],
  'one typing error': [
    ['Auxere', 'Auxerre'],
    ['auxxerre', 'Auxerre'],
    ['auxrere', 'Auxerre'],
    ['axuerre', 'Auxerre'],
    ['auxerree', 'Auxerre'],
    ['Migenes', 'Migennes'],
    ['mignnes', 'Migennes'],
    ['Tonerre', 'Tonnerre'],
    ['tonnere', 'Tonnerre'],
    ['avalon', 'Avallon'],
    ['avallom', 'Avallon'],
    ['joiny', 'Joigny'],
    ['joingy', 'Joigny'],
    ['joigni', 'Joigny'],
    ['shablis', 'Chablis'],
    ['veselay', 'Vézelay'],
    ['vezeley', 'Vézelay'],
    ['monetau', 'Monéteau'],
    ['monneteau', 'Monéteau'],
    ['apoigny', 'Appoigny'],
    ['appoiny', 'Appoigny'],
    ['tousy', 'Toucy'],
    ['brienom', 'Brienon-sur-Armançon'],
    ['brienon sur armencon', 'Brienon-sur-Armançon'],
    ['saint florantin', 'Saint-Florentin'],
    ['sain florentin', 'Saint-Florentin'],
    ['st florantin', 'Saint-Florentin'],
    ['saint farjeau', 'Saint-Fargeau'],
    ['saint colombe', 'Sainte-Colombe'],
    ['ste florentin', 'Saint-Florentin'],
    ['sainte palaye', 'Sainte-Pallaye'],
    ['vileneuve sur yonne', 'Villeneuve-sur-Yonne'],
    ['villenueve sur yonne', 'Villeneuve-sur-Yonne'],
    ['st colombe', 'Sainte-Colombe'],
    ['villeneuve la guiard', 'Villeneuve-la-Guyard'],
    ['pont sur yone', 'Pont-sur-Yonne'],
    ['coulange la vineuse', 'Coulanges-la-Vineuse'],
    ['courson les carieres', 'Courson-les-Carrières'],
    ['noiers', 'Noyers'],
    ['seignelai', 'Seignelay'],
    ['ligni le chatel', 'Ligny-le-Châtel'],
    ['quare les tombes', 'Quarré-les-Tombes'],
    ['charnny', 'Charny Orée de Puisaye'],
    ['charbui', 'Charbuy'],
    ['champignele', 'Champignelles'],
    ['blenau', 'Bléneau'],
    ['saint privet', 'Saint-Privé'],
    ['perigny', 'Perrigny'],
    ['serginnes', 'Sergines'],
    ['dixmond', 'Dixmont'],
    ['gurgi', 'Gurgy'],
    ['irency', 'Irancy'],
    ['lezines', 'Lézinnes'],
    ['vesinnes', 'Vézinnes'],
    ['jou la ville', 'Joux-la-Ville'],
    ['vermanton', 'Vermenton'],
    ['arcy sur curre', 'Arcy-sur-Cure'],
    ['montolon', 'Montholon'],
    ['valavillon', 'Valravillon'],
    ['percenege', 'Perceneige'],
    ['flogny la chapele', 'Flogny-la-Chapelle'],
    ['laroche st cidroine', 'Laroche-Saint-Cydroine'],
    ['boeuurs', 'Bœurs-en-Othe'],
  ],
  'a name of five letters that lost one': [
    ['pasy', 'Passy'],
    ['tucy', 'Toucy'],
    ['flvy', 'Fulvy'],
    ['éson', 'Esnon'],
    ['jnay', 'Junay'],
    ['n-its', 'Nuits'],
    ['môly', 'Môlay'],
    ['sary', 'Sarry'],
  ],
  'one typing error in a word of the name': [
    ['florentn', 'Saint-Florentin'],
    ['cydroinne', 'Laroche-Saint-Cydroine'],
    ['archeveqe', "Villeneuve-l'Archevêque"],
    ['puissaye', 'Charny Orée de Puisaye'],
    ['vileneuve yonne', 'Villeneuve-sur-Yonne'],
    ['st juien sault', 'Saint-Julien-du-Sault'],
    ['tholon ailant', 'Montholon'],
  ],
  'name and postcode': [
    ['sens 89100', 'Sens'],
    ['89100 saint', 'Saint-Clément'],
    ['89600 germ', 'Germigny'],
    ['Auxerre (89)', 'Auxerre'],
    ['89 000 st georges', 'Saint-Georges-sur-Baulche'],
  ],
};

/** `Saint-[Flo]rentin`: the name shown with what is marked in it. */
function marked({ commune, former, marks }: CommuneMatch): string {
  const name = former ?? commune.name;
  return [...marks]
    .reverse()
    .reduce((text, [from, to]) => `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`, name);
}

const made = (name: string, population = 100, code = '89999') => ({
  ...communeOf('89024')!,
  name,
  population,
  code,
  postcodes: ['89999'],
  former: [],
});

describe('search for communes', () => {
  for (const [title, rows] of Object.entries(FIRST)) {
    describe(title, () => {
      for (const [query, expected] of rows)
        it(`"${query}": ${expected}`, () => expect(namesFor(query)[0]).to.equal(expected));
    });
  }

  describe('no match', () => {
    for (const query of [
      '',
      ' ',
      '-',
      "'",
      'zzzz',
      'zzzzz',
      'zzzzzz',
      'xkcdq',
      '8',
      '75001',
      '99999',
      '890000',
      'auxzerze',
      'auxerre 21000',
      'auxz',
      // Inside names, but two letters are too few.
      'xe',
      // Three letters are too few for an error, and four are no name of four with one.
      'pss',
      'senz',
      // An error in each word.
      'floremtin sainnt',
      '☂',
    ]) {
      it(`"${query}"`, () => expect(search(query)).to.deep.equal({ matches: [], total: 0 }));
    }
  });

  describe('postcodes and INSEE codes', () => {
    const sets: [query: string, names: string[]][] = [
      ['89600', ['Saint-Florentin', 'Vergigny', 'Germigny', 'Chéu']],
      ['89 600', ['Saint-Florentin', 'Vergigny', 'Germigny', 'Chéu']],
      ['8960', ['Saint-Florentin', 'Vergigny', 'Germigny', 'Chéu']],
      ['89000', ['Auxerre', 'Saint-Georges-sur-Baulche', 'Perrigny']],
      ['٨٩٠٠٠', ['Auxerre', 'Saint-Georges-sur-Baulche', 'Perrigny']],
      ['89710', ['Montholon', 'Senan']],
      ['89024', ['Auxerre']],
      ['89345', ['Saint-Florentin']],
      // A postcode goes before an INSEE code.
      ['89116', ['La Celle-Saint-Cyr', 'Sépeaux-Saint Romain', 'Précy-sur-Vrin', 'Cudot', 'Cornant']],
    ];
    for (const [query, names] of sets)
      it(`${query}: ${names.join(', ')}`, () => expect(namesFor(query)).to.deep.equal(names));

    it('any beginning of two digits or more finds the communes that have such a postcode', () => {
      const postcodes = new Set(communes.flatMap((commune) => commune.postcodes));
      for (const beginning of new Set(
        [...postcodes].flatMap((postcode) => [2, 3, 4, 5].map((length) => postcode.slice(0, length))),
      )) {
        const expected = communes.filter((commune) =>
          commune.postcodes.some((postcode) => postcode.slice(0, beginning.length) === beginning),
        );
        const found = search(beginning, 1000).matches.filter(({ by }) => by === 'postcode');
        expect(found.map(({ commune }) => commune.code)).to.have.members(
          expected.map(({ code }) => code),
          beginning,
        );
      }
    });

    it('every INSEE code finds its commune', () => {
      for (const commune of communes)
        expect(
          search(commune.code, 1000).matches.some((match) => match.commune === commune),
          commune.code,
        ).to.be.true;
      expect(createCommuneSearch([made('Aab', 1, '89999')])('89999').matches.map(({ by }) => by)).to.deep.equal([
        'postcode',
      ]);
      expect(createCommuneSearch([made('Ajaccio', 1, '2A004')])('2a004').matches[0]?.by).to.equal('code');
    });
  });

  describe('says what matched', () => {
    const rows: [query: string, by: CommuneMatch['by'], former?: string][] = [
      ['sens', 'name'],
      ['Aillant-sur-Tholon', 'former', 'Aillant-sur-Tholon'],
      ['champvallon', 'former', 'Champvallon'],
      ['st denis sur ouanne', 'former', 'Saint-Denis-sur-Ouanne'],
      ['chev', 'name'],
      ['chevillon', 'former', 'Chevillon'],
      ['fontenail', 'former', 'Fontenailles'],
      ['la villotte', 'former', 'La Villotte'],
      // The own name shows it already.
      ['charny', 'name'],
      ['dilo', 'name'],
      ['perreuse', 'name'],
      ['ste colombe sur loing', 'former', 'Sainte-Colombe-sur-Loing'],
      ['perreux', 'former', 'Perreux'],
      ['89600', 'postcode'],
      ['89024', 'code'],
      ['auxere', 'name'],
      ['sens 89', 'name'],
      ['cravent', 'former', 'Cravant'],
    ];
    for (const [query, by, former] of rows) {
      it(`"${query}": ${former ?? by}`, () => {
        const [match] = search(query).matches;
        expect(match?.by).to.equal(by);
        expect(match?.former).to.equal(former);
      });
    }
  });

  describe('marks what matched', () => {
    const rows: [query: string, shown: string][] = [
      ['sens', '[Sens]'],
      ['AUX', '[Aux]erre'],
      ['vez', '[Véz]elay'],
      ['saint-f', '[Saint-F]lorentin'],
      ['saint f', '[Saint-F]lorentin'],
      ['saintf', '[Saint-F]lorentin'],
      ['saint', '[Saint]-Florentin'],
      ['st', '[Saint]-Florentin'],
      ['st flo', '[Saint-Flo]rentin'],
      ['stflo', '[Saint-Flo]rentin'],
      ['ste v', '[Sainte-V]ertu'],
      ['florentin', 'Saint-[Florentin]'],
      ['brienon s/a', '[Brienon-sur-A]rmançon'],
      ['brienon sur armanc', '[Brienon-sur-Armanç]on'],
      ['asnieres s/s b', '[Asnières-sous-B]ois'],
      ['b\u0153', '[Bœ]urs-en-Othe'],
      ['boe', '[Bœ]urs-en-Othe'],
      ['boeu', '[Bœu]rs-en-Othe'],
      ['boeurs en o', '[Bœurs-en-O]the'],
      ['othe boeurs', '[Bœurs]-en-[Othe]'],
      ['egri', '[Égri]selles-le-Bocage'],
      ['isle', "L'[Isle]-sur-Serein"],
      ['lis', "[L'Is]le-sur-Serein"],
      ['l’is', "[L'Is]le-sur-Serein"],
      ['le chablis', '[Chablis]'],
      ['archeveque', "Villeneuve-l'[Archevêque]"],
      ['larcheveque', "Villeneuve-[l'Archevêque]"],
      ['tholon aillant', '[Aillant]-sur-[Tholon]'],
      ['st sauveur puisaye', '[Saint]-[Sauveur]-en-[Puisaye]'],
      ['la roche st', '[Laroche-Saint]-Cydroine'],
      ['ellechau', 'B[ellechau]me'],
      ['aillant', '[Aillant]-sur-Tholon'],
      ['oree', 'Charny [Orée] de Puisaye'],
      ['sens 89', '[Sens]'],
      ['89600', 'Saint-Florentin'],
      ['89024', 'Auxerre'],
      ['auxere', 'Auxerre'],
      ['vileneuve yonne', 'Villeneuve-sur-Yonne'],
    ];
    for (const [query, shown] of rows)
      it(`"${query}": ${shown}`, () => expect(marked(search(query).matches[0]!)).to.equal(shown));

    it('where folding makes the name longer or shorter', () => {
      const find = createCommuneSearch(
        ['Œuilly', 'Cœuvres-et-Valsery', 'Vieux-Cæsar-sur-Mœurs', 'Saint-E\u0301tienne-en-Bresse'].map((name) =>
          made(name),
        ),
      );
      const shown = (query: string) => marked(find(query).matches[0]!);
      expect(shown('oeui')).to.equal('[Œui]lly');
      expect(shown('o')).to.equal('[Œ]uilly');
      expect(shown('coeuvres e')).to.equal('[Cœuvres-e]t-Valsery');
      expect(shown('valsery')).to.equal('Cœuvres-et-[Valsery]');
      expect(shown('moeurs caesar')).to.equal('Vieux-[Cæsar]-sur-[Mœurs]');
      expect(shown('esar')).to.equal('Vieux-C[æsar]-sur-Mœurs');
      expect(shown('st e')).to.equal('[Saint-E\u0301]tienne-en-Bresse');
      expect(shown('eti')).to.equal('Saint-[E\u0301ti]enne-en-Bresse');
    });

    it('every beginning of every name, letter for letter', () => {
      for (const { name } of communes) {
        for (let to = 1; to <= name.length; to++) {
          const typed = name.slice(0, to).replace(/[^\p{L}]+$/u, '');
          const match = search(typed, 1000).matches.find(({ commune }) => commune.name === name);
          expect(match && !match.former && marked(match), typed).to.equal(`[${typed}]${name.slice(typed.length)}`);
        }
      }
    });
  });

  describe('ranks', () => {
    const rows: [title: string, query: string, names: string[]][] = [
      ['exact, then prefix, then fuzzy', 'Perrigny', ['Perrigny', 'Perrigny-sur-Armançon']],
      ['prefix, then word', 'champs', ['Champs-sur-Yonne', 'Saint-Germain-des-Champs', 'Saint-Martin-des-Champs']],
      ['prefix, then inside a word', 'ancy', ['Ancy-le-Franc', 'Ancy-le-Libre', 'Irancy', 'Jouancy']],
      ['inside a word, then fuzzy', 'chery', ['Michery', 'Chichery', 'Cheny', 'Chéroy', 'Héry']],
      ['exact, then fuzzy whole names', 'lailly', ['Lailly', 'Nailly', 'Pailly']],
      [
        'words from the beginning of the name, then elsewhere',
        'saint colombe',
        ['Sainte-Colombe', 'Treigny-Perreuse-Sainte-Colombe'],
      ],
      [
        'words as they were typed, then otherwise',
        "villeneuve l'a",
        ["Villeneuve-l'Archevêque", 'Villeneuve-la-Guyard', 'Villeneuve-la-Dondagre'],
      ],
      ['own name, then former', 'saint-denis', ['Saint-Denis-lès-Sens', 'Charny Orée de Puisaye']],
      ['exact former name, then prefix', 'vaux', ['Auxerre']],
      [
        'with its article, then without',
        'le val',
        ["Le Val d'Ocre", 'Valravillon', 'Les Vallées de la Vanne', 'Vallan', 'Vallery', 'Val-de-Mercy'],
      ],
      ['population', '89600', ['Saint-Florentin', 'Vergigny', 'Germigny', 'Chéu']],
    ];
    for (const [title, query, names] of rows) {
      it(`${title}: "${query}"`, () => expect(namesFor(query).slice(0, names.length)).to.deep.equal(names));
    }

    it('a whole name with an error goes before its parts, its article apart', () => {
      const find = createCommuneSearch([made('Bordet-en-Othe'), made('Bordeaux-sur-Cure'), made('Les Bordes')]);
      expect(find('bordet').matches.map(({ commune }) => commune.name)).to.deep.equal(['Bordet-en-Othe', 'Les Bordes']);
    });

    it('by name where the population is the same', () => {
      const find = createCommuneSearch([made('Aab'), made('Aaé'), made('Aaa'), made('Aac', 101)]);
      expect(find('aa').matches.map(({ commune }) => commune.name)).to.deep.equal(['Aac', 'Aaa', 'Aab', 'Aaé']);
    });

    it('the order of the communes given does not matter', () => {
      const reversed = createCommuneSearch([...communes].reverse());
      for (const query of ['s', 'saint', 'ville', '89', 'auxere', 'vanne']) {
        expect(reversed(query, 1000), query).to.deep.equal(search(query, 1000));
      }
    });
  });

  it('four letters that begin a name are none with an error', () =>
    expect(namesFor('vern')).to.include('Vernoy').and.not.to.include('Véron'));

  describe('of a text that was pasted, reads the beginning', () => {
    const LONG = 10_000;
    const rows: [text: string, expected: string[]][] = [
      ['x'.repeat(LONG), []],
      ['auxerre'.repeat(LONG / 7), []],
      ['saint '.repeat(LONG / 6), []],
      ['l s '.repeat(LONG / 4), []],
      ['89'.repeat(LONG / 2), []],
      [`Migennes${' '.repeat(LONG)}`, ['Migennes']],
      [`${' '.repeat(LONG)}Migennes`, ['Migennes']],
    ];
    for (const [text, expected] of rows)
      it(`"${text.trim().slice(0, 12)}", 10,000 characters`, () => {
        const { normalize } = String.prototype;
        let read = 0;
        String.prototype.normalize = function (form) {
          read += this.length;
          return normalize.call(this, form);
        };
        try {
          expect(namesFor(text)).to.deep.equal(expected);
        } finally {
          String.prototype.normalize = normalize;
        }
        expect(read).to.be.within(1, 300);
      });
  });

  it('returns ten matches unless told, and counts all', () => {
    expect(search('89').matches).to.have.length(10);
    expect(search('89').total).to.equal(423);
    expect(search('89', 3).matches.map(({ commune }) => commune.name)).to.deep.equal(['Auxerre', 'Sens', 'Joigny']);
    expect(search('89', 3).total).to.equal(423);
    expect(search('villeneuve', 2)).to.have.property('total', 6);
    expect(search('auxerre').total).to.equal(1);
    expect(search('auxerre', 0)).to.deep.equal({ matches: [], total: 1 });
  });

  it('finds a commune once, whatever matches', () => {
    for (const query of [
      's',
      'saint',
      'sur',
      'charny',
      'villiers',
      'st martin',
      '89',
      '89113',
      '89110',
      'vanne',
      'puissaye',
      'colombe',
    ]) {
      const { matches, total } = search(query, 1000);
      expect(new Set(matches.map(({ commune }) => commune)).size, query).to.equal(matches.length);
      expect(matches.length, query).to.equal(total);
    }
  });

  it('finds every commune first by its name, and every former one by its own', () => {
    for (const { name, former } of communes) {
      expect(namesFor(name)[0]).to.equal(name);
      for (const formerName of former) expect(namesFor(formerName), formerName).to.include(name);
    }
  });
});

describe('typing errors against a brute-force optimal string alignment', () => {
  const random = chance(89_000);
  const letter = () => random.of([...'abcdefghijklmnopqrstuvwxyz']);
  const unaccented = (name: string) =>
    name
      .toLowerCase()
      .replace('œ', 'oe')
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '');

  /** Names as the search should see them: joined words, and where the words begin. */
  const names = communes.flatMap((commune) =>
    [commune.name, ...commune.former].map((name) => {
      const words = unaccented(name).split(/[-' ]/);
      const tails = words.map((_, i) => words.slice(i).join(''));
      return {
        commune,
        words,
        tails,
        whole: ['la', 'le', 'les', 'l'].includes(words[0]!) ? tails.slice(0, 2) : tails.slice(0, 1),
      };
    }),
  );

  const edit = (text: string) => {
    const i = random.below(text.length);
    return random.of([
      () => text.slice(0, i) + letter() + text.slice(i),
      () => text.slice(0, i) + text.slice(i + 1),
      () => text.slice(0, i) + letter() + text.slice(i + 1),
      () => text.slice(0, i) + (text[i + 1] ?? '') + text[i] + text.slice(i + 2),
    ])();
  };

  /** The distance between `a` and each beginning of `b`, the empty one first. */
  function alignments(a: string, b: string): number[] {
    const d = [Array.from({ length: b.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(d[i - 1]![j]! + 1, row[j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          row[j] = Math.min(row[j]!, d[i - 2]![j - 2]! + 1);
      }
      d.push(row);
    }
    return d[a.length]!;
  }
  const isNearWhole = (typed: string, text: string) => alignments(typed, text).at(-1)! <= 1;
  const isNearPart = (typed: string, text: string) => Math.min(...alignments(typed, text)) <= 1;

  it('each name of six letters or more, one random error in it, is among the first three', () => {
    let rivalled = 0;
    let count = 0;
    for (const commune of communes) {
      const name = unaccented(commune.name);
      if (name.replace(/[^a-z]/g, '').length < 6) continue;
      for (let i = 0; i < 8; i++) {
        const typed = edit(name);
        const place = search(typed, 1000).matches.findIndex((match) => match.commune === commune);
        count++;
        if (place >= 0 && place < 3) continue;
        // Only where three others are as near to what was typed: "mailly" for Pailly.
        const joined = typed.replace(/[^a-z]/g, '');
        const rivals = new Set(
          names.filter(({ whole }) => whole.some((text) => isNearPart(joined, text))).map((near) => near.commune),
        );
        expect(place, `"${typed}" for ${commune.name}`).to.be.at.least(3);
        expect(rivals.size, `"${typed}" for ${commune.name}`).to.be.above(3);
        rivalled++;
      }
    }
    expect(count).to.be.above(2800);
    expect(rivalled).to.be.below(count / 500);
  });

  it('1,000 random pieces of names, up to two errors in them, find what they should and nothing else', () => {
    for (let i = 0; i < 1000; i++) {
      const tail = random.of(random.of(names).tails);
      let typed = tail.slice(random.below(3) ? 0 : random.below(4)).slice(0, 4 + random.below(11));
      for (let errors = random.below(3); errors > 0; errors--) typed = edit(typed);
      // "st" may be an abbreviation.
      if (typed.length < 4 || typed.startsWith('st')) continue;
      const isShort = typed.length < 5;
      const begins = names.filter(({ tails }) => tails.some((text) => text.startsWith(typed)));
      const expected = [
        ...begins,
        ...names.filter(({ words }) => words.some((word) => word.includes(typed))),
        // Four letters are at most those of a name of five, if they begin none.
        ...names.filter(({ whole }) =>
          whole.some((text) => (!isShort || (text.length === 5 && !begins.length)) && isNearWhole(typed, text)),
        ),
        ...(begins.length || isShort ? [] : names.filter(({ tails }) => tails.some((text) => isNearPart(typed, text)))),
      ];
      const codes = search(typed, 1000).matches.map(({ commune }) => commune.code);
      expect(codes, typed).to.have.members([...new Set(expected.map(({ commune }) => commune.code))]);
    }
  });
});

describe('distance', () => {
  const auxerre = communeOf('89024')!;

  it('agrees with known distances', () => {
    expect(distance([48.8566, 2.3522], [45.764, 4.8357])).to.be.closeTo(391.5, 0.5);
    expect(distance([0, 0], [90, 0])).to.be.closeTo(10_007.5, 0.1);
    expect(distance([47.8, 3.57], [47.8, 3.57])).to.equal(0);
    expect(distance(auxerre.point, communeOf('89387')!.point)).to.be.closeTo(50, 2);
  });

  it('the nearest commune, against the spherical law of cosines', () => {
    const random = chance(47);
    const radians = (degrees: number) => (degrees * Math.PI) / 180;
    for (let i = 0; i < 1000; i++) {
      const [lat, lon] = [47.3 + 1.1 * random.next(), 2.8 + 1.6 * random.next()];
      const expected = communes.map(({ point }) => {
        const [a, b] = [radians(point[0]), radians(lat)];
        return (
          6371 * Math.acos(Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(radians(lon - point[1])))
        );
      });
      const nearest = nearestCommune(communes, [lat, lon]);
      expect(nearest.distance).to.be.closeTo(Math.min(...expected), 0.001);
      expect(nearest.distance).to.equal(distance([lat, lon], nearest.commune.point));
    }
  });

  it('a commune is the nearest to its own point', () => {
    expect(nearestCommune(communes, auxerre.point)).to.deep.equal({ commune: auxerre, distance: 0 });
    for (const { point } of communes) expect(nearestCommune(communes, point).distance).to.equal(0);
  });
});
