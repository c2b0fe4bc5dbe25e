<?php
/**
 * Le script, une fois par page, et seulement dans celles qui ont un widget.
 *
 * @package SPIP\Yonne_soins
 */

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

/**
 * Pipeline affichage_final : avant `</body>`, le script du plugin ; et la langue des widgets, s'ils en demandent une autre
 * que le français.
 *
 * @param string $page Une page publique, entière.
 * @return string
 */
function yonne_soins_affichage_final($page) {
	if (empty($GLOBALS['html']) || strpos($page, 'class="yonne-soins"') === false) {
		return $page;
	}
	$fin = strripos($page, '</body>');
	if ($fin === false) {
		return $page;
	}
	include_spip('yonne_soins_fonctions');
	$fichiers = ['yonne-soins.js'];
	preg_match_all('/(?:<html\b[^>]*\slang|data-lang)="([a-z]{2})\b/', $page, $langues);
	foreach (array_intersect(array_unique($langues[1]), array_keys(yonne_soins_annuaire()['languages'])) as $langue) {
		$fichiers[] = "langues/$langue.js";
	}
	$scripts = '';
	foreach ($fichiers as $fichier) {
		$adresse = find_in_path($fichier) . '?' . _YONNE_SOINS_VERSION;
		$scripts .= '<script src="' . htmlspecialchars($adresse) . "\" defer></script>\n";
	}
	return substr($page, 0, $fin) . $scripts . substr($page, $fin);
}
