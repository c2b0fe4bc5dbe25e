<?php
/**
 * The three widgets, as blocks and as shortcodes: both write the same place, which the script of the site fills.
 *
 * @package YonneSoins
 */

defined( 'ABSPATH' ) || exit;

/** The widgets: their shortcode, and the attributes that only they have. */
const YONNE_SOINS_WIDGETS = array(
	'soins-now'   => array(
		'shortcode'  => 'yonne_soins',
		'attributes' => array(),
	),
	'cpts-finder' => array(
		'shortcode'  => 'yonne_cpts',
		'attributes' => array( 'cpts', 'territory', 'contact' ),
	),
	'contacts'    => array(
		'shortcode'  => 'yonne_contacts',
		'attributes' => array( 'need', 'audience', 'structured-data' ),
	),
);

/** The attributes of all of them. */
const YONNE_SOINS_ATTRIBUTES = array( 'commune', 'lang', 'theme', 'heading-level', 'now', 'report-to' );

add_action( 'init', 'yonne_soins_register' );
add_action( 'enqueue_block_editor_assets', 'yonne_soins_tell_editor' );
add_filter( 'script_loader_tag', 'yonne_soins_defer', 10, 2 );

/** Tells WordPress of scripts, shortcodes and blocks. Nothing is loaded where no widget stands. */
function yonne_soins_register() {
	$languages = array();
	foreach ( yonne_soins_settings()['languages'] as $code ) {
		$languages[] = "yonne-soins-$code";
		wp_register_script( "yonne-soins-$code", yonne_soins_file( "langues/$code.js" ), array(), YONNE_SOINS_VERSION, true );
	}
	wp_register_script( 'yonne-soins', yonne_soins_file( 'yonne-soins.js' ), $languages, YONNE_SOINS_VERSION, true );
	$parts = array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' );
	wp_register_script( 'yonne-soins-editor', yonne_soins_file( 'editor.js' ), $parts, YONNE_SOINS_VERSION, true );

	foreach ( YONNE_SOINS_WIDGETS as $widget => $about ) {
		add_shortcode(
			$about['shortcode'],
			function ( $given ) use ( $widget ) {
				return yonne_soins_widget( $widget, (array) $given );
			}
		);
		register_block_type(
			dirname( __DIR__ ) . "/blocks/$widget",
			array(
				'render_callback' => function ( $given ) use ( $widget ) {
					$named = array();
					foreach ( $given as $name => $value ) {
						// What is not chosen is the default.
						if ( '' !== $value && false !== $value ) {
							$named[ strtolower( preg_replace( '/[A-Z]/', '-$0', $name ) ) ] = true === $value ? '' : $value;
						}
					}
					return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), yonne_soins_widget( $widget, $named ) );
				},
			)
		);
	}
}

/**
 * The address of a file of the plugin.
 *
 * @param string $name Its name.
 */
function yonne_soins_file( $name ) {
	return plugins_url( $name, __DIR__ );
}

/**
 * Scripts wait for the page; WordPress before 6.3 knows no other way to say so.
 *
 * @param string $tag    A tag of a script.
 * @param string $handle Its name.
 */
function yonne_soins_defer( $tag, $handle ) {
	if ( ! preg_match( '/^yonne-soins(-[a-z]{2})?$/', $handle ) || strpos( $tag, ' defer' ) ) {
		return $tag;
	}
	return str_replace( ' src=', ' defer src=', $tag );
}

/** Gives the editor the communes to choose from, and what the blocks show until they are chosen. */
function yonne_soins_tell_editor() {
	$settings = yonne_soins_settings();
	$known    = array_intersect_key(
		yonne_soins_bundled(),
		array_flip( array( 'communes', 'cpts', 'fallback' ) )
	);
	$own      = array(
		'languages' => array_intersect_key( yonne_soins_bundled()['languages'], array_flip( $settings['languages'] ) ),
		'place'     => yonne_soins_place( 'soins-now', array() ),
		'style'     => (object) yonne_soins_colours(),
	);
	wp_add_inline_script( 'yonne-soins-editor', 'var yonneSoinsEditor = ' . wp_json_encode( $known + $own ) . ';', 'before' );
}

/**
 * The attributes of the place of a widget.
 *
 * @param string $widget One of YONNE_SOINS_WIDGETS.
 * @param array  $given  Attributes of the widget, by name.
 * @return array<string, string>
 */
function yonne_soins_place( $widget, $given ) {
	$settings = yonne_soins_settings();
	$defaults = array(
		'commune' => $settings['commune'],
		'theme'   => $settings['theme'],
	);
	$given    = array_merge( array_filter( $defaults ), $given );
	$place    = array( 'data-yonne' => $widget );
	foreach ( array_merge( YONNE_SOINS_ATTRIBUTES, YONNE_SOINS_WIDGETS[ $widget ]['attributes'] ) as $name ) {
		if ( isset( $given[ $name ] ) ) {
			$place[ "data-$name" ] = (string) $given[ $name ];
		}
	}
	$copy = yonne_soins_copy_url();
	if ( $copy ) {
		$place['data-directory'] = $copy;
	}
	return $place;
}

/**
 * The colours of the site for its widgets.
 *
 * @return array<string, string> Values by CSS property.
 */
function yonne_soins_colours() {
	$settings = yonne_soins_settings();
	return array_filter(
		array(
			'--yonne-accent'  => $settings['accent'],
			'--yonne-surface' => $settings['surface'],
		)
	);
}

/**
 * The INSEE code of a commune that is named by its code or its name; what is neither, as it is.
 *
 * @param string $named What an author wrote.
 */
function yonne_soins_commune( $named ) {
	$communes = yonne_soins_bundled()['communes'];
	$plain    = function ( $name ) {
		return preg_replace( '/[^a-z]+/', ' ', strtolower( remove_accents( trim( $name ) ) ) );
	};
	if ( ! isset( $communes[ $named ] ) ) {
		foreach ( $communes as $code => $name ) {
			if ( $plain( $name ) === $plain( $named ) ) {
				return (string) $code;
			}
		}
	}
	return $named;
}

/**
 * A widget: its place, and in it the numbers that are shown until the script runs, or where it cannot.
 *
 * @param string $widget One of YONNE_SOINS_WIDGETS.
 * @param array  $given  Attributes of the widget, by name.
 * @return string HTML.
 */
function yonne_soins_widget( $widget, $given ) {
	$fallback = wp_kses_post( yonne_soins_bundled()['fallback'] );
	if ( is_feed() ) {
		return $fallback;
	}
	$problem = '';
	if ( isset( $given['commune'] ) ) {
		$given['commune'] = yonne_soins_commune( $given['commune'] );
		$problem          = yonne_soins_problem( $given['commune'] );
	}
	wp_enqueue_script( 'yonne-soins' );
	$attributes = '';
	foreach ( yonne_soins_place( $widget, $given ) as $name => $value ) {
		$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	// The room that the widget will take, so that nothing moves when it comes; where scripts are off, none comes.
	$style = 'min-height:100vh';
	foreach ( yonne_soins_colours() as $name => $value ) {
		$style .= ";$name:$value";
	}
	$without = '<noscript><style>.yonne-soins{min-height:0!important}</style></noscript>';
	return sprintf( '%s%s<div class="yonne-soins"%s style="%s">%s</div>', $problem, $without, $attributes, esc_attr( $style ), $fallback );
}

/**
 * Says to those who write, and to no visitor, that a commune is unknown.
 *
 * @param string $code What stands in place of an INSEE code.
 * @return string HTML, empty where nothing is wrong.
 */
function yonne_soins_problem( $code ) {
	$bundled = yonne_soins_bundled();
	if ( '' === $code || isset( $bundled['communes'][ $code ] ) || ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	/* translators: 1: what was written, 2: the code of a département, 3: the INSEE code of a commune. */
	$text = sprintf( __( 'Yonne soins : commune="%1$s" ; attendu le nom ou le code INSEE d’une commune du département %2$s, comme %3$s. Les visiteurs ne voient pas cette ligne.', 'yonne-soins' ), $code, $bundled['department'], array_key_first( $bundled['communes'] ) );
	return '<p role="note"><strong>' . esc_html( $text ) . '</strong></p>';
}
