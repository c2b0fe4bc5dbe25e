<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

$GLOBALS[$GLOBALS['idx_lang']] = [
	'yonne_soins_description' => 'Three models for an article: <code>&lt;yonne_soins1|commune=Joigny></code>, <code>&lt;yonne_cpts1></code>, <code>&lt;yonne_contacts1></code>. The script is served by your site.',
	'yonne_soins_nom' => 'Yonne soins',
	'yonne_soins_slogan' => 'Who can treat you, now, in the Yonne',
];
