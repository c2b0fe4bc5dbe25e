<?php
/**
 * Plugin Name:       Yonne soins
 * Description:       Qui peut soigner, maintenant, dans l’Yonne : trois blocs et trois codes courts, servis par votre site.
 * Version:           @version@
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            yonne-soins
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       yonne-soins
 *
 * @package YonneSoins
 */

defined( 'ABSPATH' ) || exit;

const YONNE_SOINS_VERSION = '@version@';

require_once __DIR__ . '/includes/copy.php';
require_once __DIR__ . '/includes/widgets.php';
require_once __DIR__ . '/includes/settings.php';

/**
 * What the build took from the directory: its day, its département, its communes and CPTS by code, the languages of the
 * script by code, and the text that stands where no script runs.
 *
 * @return array{edition: string, department: string, communes: array, cpts: array, languages: array, fallback: string}
 */
function yonne_soins_bundled() {
	static $bundled = null;
	if ( null === $bundled ) {
		$bundled = wp_json_file_decode( __DIR__ . '/bundled.json', array( 'associative' => true ) );
	}
	return $bundled;
}

/**
 * The settings of the site, with the defaults of those that it has not.
 *
 * @return array{commune: string, languages: string[], theme: string, accent: string, surface: string, directory: string}
 */
function yonne_soins_settings() {
	$defaults = array(
		'commune'   => '',
		'languages' => array(),
		'theme'     => '',
		'accent'    => '',
		'surface'   => '',
		'directory' => '',
	);
	return array_merge( $defaults, (array) get_option( 'yonne_soins', array() ) );
}

register_activation_hook( __FILE__, 'yonne_soins_schedule' );
register_deactivation_hook( __FILE__, 'yonne_soins_unschedule' );
