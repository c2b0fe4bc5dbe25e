/**
 * The three blocks in the editor: the widget itself, and fields for what it may be told. Without a build: WordPress has
 * all that this file needs.
 */
((blocks, element, blockEditor, components, i18n, known) => {
  const el = element.createElement;
  const { __ } = i18n;
  const choices = (labels, first) => [
    { value: '', label: first },
    ...Object.entries(labels).map(([value, label]) => ({ value, label })),
  ];
  const COMMUNES = Object.entries(known.communes)
    .map(([value, name]) => ({ value, label: `${name} (${value})` }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'));
  const own = known.communes[known.place['data-commune']];

  /** The field with which a commune is found by its name. */
  const communeField = ({ attributes, setAttributes }) =>
    el(components.ComboboxControl, {
      label: __('Commune', 'yonne-soins'),
      help: own
        ? `${__('Vide : celle des réglages,', 'yonne-soins')} ${own}.`
        : __('Vide : tout le département. Les réglages peuvent en nommer une pour tout le site.', 'yonne-soins'),
      value: attributes.commune,
      options: COMMUNES,
      onChange: (commune) => setAttributes({ commune: commune || '' }),
    });

  /** A list of choices for one attribute. */
  const list =
    (name, label, options) =>
    ({ attributes, setAttributes }) =>
      el(components.SelectControl, {
        label,
        value: attributes[name],
        options,
        onChange: (value) => setAttributes({ [name]: value }),
      });

  const languages = Object.keys(known.languages).length
    ? [
        list(
          'lang',
          __('Langue', 'yonne-soins'),
          choices({ fr: 'Français', ...known.languages }, __('celle de la page', 'yonne-soins')),
        ),
      ]
    : [];
  const headings = list(
    'headingLevel',
    __('Niveau du titre', 'yonne-soins'),
    choices({ 1: '1', 2: '2', 3: '3', 4: '4' }, __('2, comme d’ordinaire', 'yonne-soins')),
  );

  const FIELDS = {
    'soins-now': [],
    'cpts-finder': [
      list(
        'cpts',
        __('Site d’une CPTS : la montrer d’abord', 'yonne-soins'),
        choices(known.cpts, __('aucune', 'yonne-soins')),
      ),
    ],
    contacts: [
      list(
        'audience',
        __('Pour qui', 'yonne-soins'),
        choices({ mairie: __('la mairie', 'yonne-soins') }, __('les habitants', 'yonne-soins')),
      ),
      ({ attributes, setAttributes }) =>
        el(components.ToggleControl, {
          label: __('Données pour les moteurs de recherche (schema.org)', 'yonne-soins'),
          checked: attributes.structuredData,
          onChange: (structuredData) => setAttributes({ structuredData }),
        }),
    ],
  };

  const TOLD = ['commune', 'lang', 'headingLevel', 'cpts', 'audience', 'structuredData'];

  /** The place of the widget, which the script of the site fills here as in a page. */
  function place(widget, attributes) {
    const data = { ...known.place, 'data-yonne': widget };
    for (const [name, value] of Object.entries(attributes)) {
      const attribute = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      if (value && TOLD.includes(name)) data[attribute] = value === true ? '' : value;
    }
    // What the reader chooses in the preview is not the choice made here.
    if (!data['data-commune']) data['data-commune'] = '';
    return el('div', { ...data, style: known.style }, el(element.RawHTML, null, known.fallback));
  }

  for (const [widget, fields] of Object.entries(FIELDS)) {
    blocks.registerBlockType(`yonne-soins/${widget}`, {
      edit(props) {
        const commune = communeField(props);
        return el(
          'div',
          blockEditor.useBlockProps(),
          el(
            blockEditor.InspectorControls,
            null,
            el(
              components.PanelBody,
              { title: __('Réglages', 'yonne-soins') },
              commune,
              ...[...fields, ...languages, headings].map((field) => field(props)),
            ),
          ),
          // Whoever puts a block for the first time looks for the commune where the block is.
          !own && !props.attributes.commune && commune,
          el(components.Disabled, null, place(widget, props.attributes)),
        );
      },
      save: () => null,
    });
  }
})(wp.blocks, wp.element, wp.blockEditor, wp.components, wp.i18n, window.yonneSoinsEditor);
