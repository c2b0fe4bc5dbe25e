<?php
/**
 * The page of settings.
 *
 * @package YonneSoins
 */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_menu', 'yonne_soins_menu' );
add_action( 'admin_init', 'yonne_soins_register_settings' );
add_action( 'admin_enqueue_scripts', 'yonne_soins_settings_scripts' );
add_action( 'admin_post_yonne_soins_refresh', 'yonne_soins_refresh_now' );
add_action( 'add_option_yonne_soins', 'yonne_soins_first_settings', 10, 2 );
add_action( 'update_option_yonne_soins', 'yonne_soins_new_settings', 10, 2 );
add_filter( 'plugin_action_links_yonne-soins/yonne-soins.php', 'yonne_soins_action_links' );

/** Adds the page to the menu. */
function yonne_soins_menu() {
	add_options_page( __( 'Yonne soins', 'yonne-soins' ), __( 'Yonne soins', 'yonne-soins' ), 'manage_options', 'yonne-soins', 'yonne_soins_settings_page' );
}

/**
 * A way to the settings from the list of plugins.
 *
 * @param string[] $links Links, as HTML.
 */
function yonne_soins_action_links( $links ) {
	$page = admin_url( 'options-general.php?page=yonne-soins' );
	array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( $page ), esc_html__( 'Réglages', 'yonne-soins' ) ) );
	return $links;
}

/** Tells WordPress of the settings, so that it checks nonces and capabilities. */
function yonne_soins_register_settings() {
	register_setting( 'yonne_soins', 'yonne_soins', array( 'sanitize_callback' => 'yonne_soins_sanitize' ) );
}

/**
 * WordPress's own field for colours.
 *
 * @param string $page The page of the administration.
 */
function yonne_soins_settings_scripts( $page ) {
	if ( 'settings_page_yonne-soins' === $page ) {
		wp_enqueue_style( 'wp-color-picker' );
		wp_enqueue_script( 'wp-color-picker' );
		wp_add_inline_script( 'wp-color-picker', 'jQuery( function ( $ ) { $( ".yonne-soins-colour" ).wpColorPicker(); } );' );
	}
}

/**
 * What of the sent settings is right; what is wrong is named, and stays as it was.
 *
 * @param mixed $sent What the form sent.
 * @return array The settings to keep.
 */
function yonne_soins_sanitize( $sent ) {
	$sent    = is_array( $sent ) ? $sent : array();
	$kept    = yonne_soins_settings();
	$bundled = yonne_soins_bundled();
	$text    = function ( $name ) use ( $sent ) {
		return is_string( $sent[ $name ] ?? null ) ? trim( $sent[ $name ] ) : '';
	};
	$refuse  = function ( $name, $found, $expected ) {
		// WordPress asks twice about the first settings of a site.
		if ( ! in_array( $name, array_column( get_settings_errors( 'yonne_soins' ), 'code' ), true ) ) {
			/* translators: 1: what was found, 2: what was expected. */
			add_settings_error( 'yonne_soins', $name, sprintf( __( '« %1$s » : attendu %2$s. Le réglage d’avant reste.', 'yonne-soins' ), $found, $expected ) );
		}
	};

	$choices = array(
		'commune' => array( array_map( 'strval', array_keys( $bundled['communes'] ) ), __( 'le code INSEE d’une commune', 'yonne-soins' ) ),
		'theme'   => array( array( 'dark', 'auto' ), 'dark, auto' ),
	);
	foreach ( $choices as $name => list( $known, $expected ) ) {
		$value = $text( $name );
		if ( '' === $value || in_array( $value, $known, true ) ) {
			$kept[ $name ] = $value;
		} else {
			$refuse( $name, $value, $expected );
		}
	}
	foreach ( array( 'accent', 'surface' ) as $name ) {
		$value = $text( $name );
		if ( '' === $value || sanitize_hex_color( $value ) ) {
			$kept[ $name ] = $value;
		} else {
			$refuse( $name, $value, __( 'une couleur comme #0a5c5c', 'yonne-soins' ) );
		}
	}
	$languages         = isset( $sent['languages'] ) ? (array) $sent['languages'] : array();
	$kept['languages'] = array_values( array_intersect( array_keys( $bundled['languages'] ), $languages ) );

	$url = $text( 'directory' );
	if ( '' === $url || ( 'https' === wp_parse_url( $url, PHP_URL_SCHEME ) && wp_http_validate_url( $url ) ) ) {
		$kept['directory'] = esc_url_raw( $url, array( 'https' ) );
	} else {
		$refuse( 'directory', $url, __( 'une adresse publique qui commence par https://', 'yonne-soins' ) );
	}
	return $kept;
}

/**
 * The first settings are new ones.
 *
 * @param string $option Its name.
 * @param array  $now    The settings.
 */
function yonne_soins_first_settings( $option, $now ) {
	yonne_soins_new_settings( array(), $now );
}

/**
 * Another address has other days: the copy of the former one goes, and the new one is asked at once.
 *
 * @param array $before The settings as they were.
 * @param array $now    The settings.
 */
function yonne_soins_new_settings( $before, $now ) {
	if ( ( $before['directory'] ?? '' ) === $now['directory'] ) {
		return;
	}
	yonne_soins_forget_copy();
	yonne_soins_schedule();
	if ( '' !== $now['directory'] ) {
		yonne_soins_refresh();
	}
}

/** Refreshes the copy when the button is pressed. */
function yonne_soins_refresh_now() {
	check_admin_referer( 'yonne_soins_refresh' );
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html__( 'Réservé à qui règle ce site.', 'yonne-soins' ), 403 );
	}
	if ( '' !== yonne_soins_settings()['directory'] ) {
		yonne_soins_refresh();
	}
	wp_safe_redirect( admin_url( 'options-general.php?page=yonne-soins' ) );
	exit;
}

/**
 * The options of a list.
 *
 * @param array  $choices Labels by value.
 * @param string $chosen  The value that is chosen.
 */
function yonne_soins_options( $choices, $chosen ) {
	foreach ( $choices as $value => $label ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( (string) $value, $chosen, false ), esc_html( $label ) );
	}
}

/** What is known of the copy, in a sentence. */
function yonne_soins_copy_text() {
	$copy    = yonne_soins_copy();
	$edition = max( $copy['edition'], yonne_soins_bundled()['edition'] );
	$day     = function ( $time, $format ) {
		return wp_date( $format, $time );
	};
	/* translators: %s: a day. */
	$text = sprintf( __( 'Annuaire en service : édition du %s.', 'yonne-soins' ), $day( strtotime( "$edition 12:00 UTC" ), get_option( 'date_format' ) ) );
	if ( '' === yonne_soins_settings()['directory'] ) {
		return $text . ' ' . __( 'C’est celui de l’extension ; il change avec elle.', 'yonne-soins' );
	}
	if ( $copy['asked'] ) {
		/* translators: %s: a day and an hour. */
		$text .= ' ' . sprintf( __( 'Dernière copie demandée le %s.', 'yonne-soins' ), $day( $copy['asked'], get_option( 'date_format' ) . ' H:i' ) );
	}
	return $text;
}

/** Draws the page. */
function yonne_soins_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$settings = yonne_soins_settings();
	$bundled  = yonne_soins_bundled();
	$copy     = yonne_soins_copy();
	$labels   = array();
	foreach ( $bundled['communes'] as $code => $name ) {
		$labels[ $code ] = "$name ($code)";
	}
	require __DIR__ . '/settings-page.php';
}
