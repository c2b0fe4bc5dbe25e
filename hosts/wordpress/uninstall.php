<?php
/**
 * Leaves nothing behind: no setting, no copy of the directory, no appointment of WP-Cron.
 *
 * @package YonneSoins
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/includes/copy.php';

$yonne_soins_sites = is_multisite() ? get_sites(
	array(
		'fields' => 'ids',
		'number' => 0,
	)
) : array( get_current_blog_id() );
foreach ( $yonne_soins_sites as $yonne_soins_site ) {
	if ( is_multisite() ) {
		switch_to_blog( $yonne_soins_site );
	}
	yonne_soins_unschedule();
	yonne_soins_forget_copy();
	delete_option( 'yonne_soins' );
	if ( is_multisite() ) {
		restore_current_blog();
	}
}
