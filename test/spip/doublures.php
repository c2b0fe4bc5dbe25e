<?php
/**
 * Of SPIP, what the plugin's functions call, as they need it: then calls one of them. Its name and its arguments come as
 * JSON, and so does the answer go.
 */
define('_ECRIRE_INC_VERSION', true);
[, $plugin, $call] = $argv;
['function' => $function, 'arguments' => $arguments, 'html' => $GLOBALS['html'], 'private' => $private] = json_decode($call, true);

function include_spip($name) {
    global $plugin;
    if (is_file("$plugin/$name.php")) require_once "$plugin/$name.php";
}
function find_in_path($name) {
    global $plugin;
    return is_file("$plugin/$name") ? "plugins/yonne_soins/$name" : false;
}
function test_espace_prive() {
    return $GLOBALS['private'];
}
/** The accents of the names of the tests; what is not UTF-8 is of a site in ISO-8859-1. */
function translitteration($text, $charset = 'AUTO') {
    $text = preg_match('//u', $text) ? $text : mb_convert_encoding($text, 'UTF-8', 'ISO-8859-1');
    return strtr($text, ['é' => 'e', 'É' => 'E', 'ë' => 'e', 'è' => 'e', 'ô' => 'o', 'ç' => 'c']);
}

require_once "$plugin/yonne_soins_fonctions.php";
require_once "$plugin/yonne_soins_pipelines.php";
echo json_encode($function(...$arguments), JSON_INVALID_UTF8_SUBSTITUTE);
