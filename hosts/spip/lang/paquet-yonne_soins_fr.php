<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

$GLOBALS[$GLOBALS['idx_lang']] = [
	'yonne_soins_description' => 'Trois modèles à poser dans un article : <code>&lt;yonne_soins1|commune=Joigny></code>, <code>&lt;yonne_cpts1></code>, <code>&lt;yonne_contacts1></code>. Le script est servi par votre site.',
	'yonne_soins_nom' => 'Yonne soins',
	'yonne_soins_slogan' => 'Qui peut soigner, maintenant, dans l’Yonne',
];
