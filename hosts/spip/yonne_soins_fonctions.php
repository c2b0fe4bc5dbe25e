<?php
/**
 * Le filtre des trois modèles : la place d'un widget, que le script du plugin remplit.
 *
 * @package SPIP\Yonne_soins
 */

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

define('_YONNE_SOINS_VERSION', '@version@');

/** Les attributs que tous les widgets lisent, et ceux que chacun lit de plus. */
define('_YONNE_SOINS_ATTRIBUTS', ['commune', 'lang', 'theme', 'heading-level', 'now', 'report-to']);
define('_YONNE_SOINS_WIDGETS', [
	'soins-now' => [],
	'cpts-finder' => ['cpts', 'territory', 'contact'],
	'contacts' => ['need', 'audience', 'structured-data'],
]);

/**
 * Ce que la construction a pris de l'annuaire : communes et CPTS par code, texte sans script.
 *
 * @return array
 */
function yonne_soins_annuaire() {
	static $annuaire = null;
	return $annuaire ??= json_decode(file_get_contents(__DIR__ . '/bundled.json'), true);
}

/**
 * Le code INSEE d'une commune, donnée par son code ou par son nom ; ce qui n'est ni l'un ni l'autre reste tel quel.
 *
 * @param string $nomme
 * @return string
 */
function yonne_soins_commune($nomme) {
	$communes = yonne_soins_annuaire()['communes'];
	if (isset($communes[$nomme])) {
		return $nomme;
	}
	include_spip('inc/charsets');
	$simple = function ($nom, $charset) {
		return trim(preg_replace('/[^a-z]+/', ' ', strtolower(translitteration($nom, $charset))));
	};
	foreach ($communes as $code => $nom) {
		if ($simple($nom, 'utf-8') === $simple($nomme, 'AUTO')) {
			return (string) $code;
		}
	}
	return $nomme;
}

/**
 * Filtre : la place d'un widget, et dedans les numéros que l'on voit sans script.
 *
 * @example `[(#VAL{soins-now}|yonne_soins_widget{#ENV**})]`
 *
 * @param string $widget Une clé de _YONNE_SOINS_WIDGETS.
 * @param string|array $env L'environnement du modèle, sérialisé ou non ; SPIP y met sous `args` ce que dit la balise.
 * @return string HTML en ASCII : juste dans un site de n'importe quel jeu de caractères.
 */
function yonne_soins_widget($widget, $env) {
	$env = is_array($env) ? $env : unserialize($env, ['allowed_classes' => false]);
	$args = $env['args'] ?? [];
	$attributs = " data-yonne=\"$widget\"";
	foreach (array_merge(_YONNE_SOINS_ATTRIBUTS, _YONNE_SOINS_WIDGETS[$widget]) as $nom) {
		if (!isset($args[$nom])) {
			continue;
		}
		$valeur = $nom === 'commune' ? yonne_soins_commune($args[$nom]) : $args[$nom];
		$attributs .= " data-$nom=\"" . htmlspecialchars($valeur, ENT_QUOTES, 'ISO-8859-1') . '"';
	}
	// La place que prendra le widget, pour que rien ne bouge quand il vient ; il ne vient ni sans script, ni dans l'espace privé.
	$style = test_espace_prive() ? '' : ' style="min-height:100vh"';
	return '<noscript><style>.yonne-soins{min-height:0!important}</style></noscript>'
		. "<div class=\"yonne-soins\"$attributs$style>" . yonne_soins_annuaire()['fallback'] . '</div>';
}
