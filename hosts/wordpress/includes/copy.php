<?php
/**
 * The copy of the directory that the site keeps: fetched once a day from the address in the settings, checked, and served
 * to visitors by the site itself. A copy that is wrong changes nothing: the last good one stays.
 *
 * @package YonneSoins
 */

defined( 'ABSPATH' ) || exit;

/** Bytes that a directory may have. */
const YONNE_SOINS_LARGEST = 1048576;

/** What the three numbers of emergencies are, by the role of their record, whatever a file says. */
const YONNE_SOINS_EMERGENCIES = array(
	'vital'              => '15',
	'european-emergency' => '112',
	'text-emergency'     => '114',
);

add_action( 'yonne_soins_refresh', 'yonne_soins_refresh' );

/** Asks WordPress to refresh the copy daily, where the settings name an address. */
function yonne_soins_schedule() {
	yonne_soins_unschedule();
	if ( '' !== yonne_soins_settings()['directory'] ) {
		wp_schedule_event( time() + DAY_IN_SECONDS, 'daily', 'yonne_soins_refresh' );
	}
}

/** Asks for no more. */
function yonne_soins_unschedule() {
	wp_clear_scheduled_hook( 'yonne_soins_refresh' );
}

/**
 * The state of the copy.
 *
 * @return array{edition: string, asked: int, problem: string} Its day, empty where there is no copy; when the address
 * was last asked (Unix time, 0: never); and what was wrong then.
 */
function yonne_soins_copy() {
	$none = array(
		'edition' => '',
		'asked'   => 0,
		'problem' => '',
	);
	return array_merge( $none, (array) get_option( 'yonne_soins_copy', array() ) );
}

/** The address of the copy on this site; empty where there is none that is newer than what the script carries. */
function yonne_soins_copy_url() {
	if ( yonne_soins_copy()['edition'] <= yonne_soins_bundled()['edition'] ) {
		return '';
	}
	return set_url_scheme( wp_upload_dir( null, false )['baseurl'] . '/yonne-soins/annuaire.json' );
}

/** The folder of the copy. */
function yonne_soins_copy_folder() {
	return wp_upload_dir( null, false )['basedir'] . '/yonne-soins';
}

/** The files of the site, without asking anyone for a password. */
function yonne_soins_files() {
	require_once ABSPATH . 'wp-admin/includes/class-wp-filesystem-base.php';
	require_once ABSPATH . 'wp-admin/includes/class-wp-filesystem-direct.php';
	return new WP_Filesystem_Direct( null );
}

/** Removes the copy and what is known of it. */
function yonne_soins_forget_copy() {
	yonne_soins_files()->delete( yonne_soins_copy_folder(), true );
	delete_option( 'yonne_soins_copy' );
}

/** Fetches the directory, and keeps it where it is right. */
function yonne_soins_refresh() {
	$copy  = yonne_soins_copy();
	$found = yonne_soins_fetch( yonne_soins_settings()['directory'], $copy['edition'] );
	if ( ! is_wp_error( $found ) && $found['edition'] > yonne_soins_bundled()['edition'] ) {
		$written = yonne_soins_keep( $found['body'] );
		$found   = is_wp_error( $written ) ? $written : $found;
	}
	$copy['asked']   = time();
	$copy['problem'] = is_wp_error( $found ) ? $found->get_error_message() : '';
	if ( ! is_wp_error( $found ) ) {
		$copy['edition'] = $found['edition'];
	}
	update_option( 'yonne_soins_copy', $copy, false );
}

/**
 * Asks for a directory and checks it.
 *
 * @param string $url     Its address.
 * @param string $edition The day of the copy in use, empty where there is none.
 * @return array{edition: string, body: string}|WP_Error
 */
function yonne_soins_fetch( $url, $edition ) {
	// Where a redirection leads, this address does not say: it could be http. The limit counts what was sent, with the
	// marks between its pieces, and before it is unpacked: hence some more of it, and nothing packed.
	$answer = wp_safe_remote_get(
		$url,
		array(
			'timeout'             => 15,
			'redirection'         => 0,
			'limit_response_size' => 2 * YONNE_SOINS_LARGEST,
			'headers'             => array( 'Accept-Encoding' => 'identity' ),
			'user-agent'          => 'yonne-soins/' . YONNE_SOINS_VERSION,
		)
	);
	if ( is_wp_error( $answer ) ) {
		return $answer;
	}
	$status = wp_remote_retrieve_response_code( $answer );
	if ( 200 !== $status ) {
		/* translators: %s: a status of HTTP. */
		return new WP_Error( 'status', sprintf( __( 'réponse %s ; attendu 200, sans redirection', 'yonne-soins' ), $status ) );
	}
	$body = wp_remote_retrieve_body( $answer );
	if ( strlen( $body ) > YONNE_SOINS_LARGEST ) {
		return new WP_Error( 'size', __( 'plus de 1 Mo ; attendu un annuaire, qui en a moins', 'yonne-soins' ) );
	}
	return yonne_soins_check( $body, $edition );
}

/**
 * Checks what no widget may be given: the widget itself checks each record, and names what is wrong.
 *
 * @param string $body    JSON.
 * @param string $edition The day of the copy in use, empty where there is none.
 * @return array{edition: string, body: string}|WP_Error
 */
function yonne_soins_check( $body, $edition ) {
	$bundled = yonne_soins_bundled();
	$raw     = json_decode( $body, true );
	if ( ! is_array( $raw ) ) {
		return new WP_Error( 'json', __( 'ce n’est pas du JSON ; attendu un annuaire.json', 'yonne-soins' ) );
	}
	$missing = array_diff( $bundled['parts'], array_keys( $raw ) );
	if ( $missing || ( $raw['format'] ?? null ) !== $bundled['format'] ) {
		$found = $missing ? 'sans ' . implode( ', ', $missing ) : 'format ' . wp_json_encode( $raw['format'] ?? null );
		/* translators: %s: what is missing, or the format that was found. */
		return new WP_Error( 'format', sprintf( __( '%s ; attendu l’annuaire de cette version de l’extension', 'yonne-soins' ), $found ) );
	}
	$department = $raw['directory']['department']['code'] ?? '';
	if ( $department !== $bundled['department'] ) {
		/* translators: 1: the code that was found, 2: the code that was expected. */
		return new WP_Error( 'department', sprintf( __( 'département « %1$s » ; attendu %2$s', 'yonne-soins' ), wp_json_encode( $department ), $bundled['department'] ) );
	}
	foreach ( YONNE_SOINS_EMERGENCIES as $role => $number ) {
		if ( yonne_soins_numbers( $raw['channels'], $role ) !== array( $number ) ) {
			/* translators: %s: 15, 112 or 114. */
			return new WP_Error( 'emergencies', sprintf( __( 'le %s n’y est pas, ou avec un autre numéro', 'yonne-soins' ), $number ) );
		}
	}
	$date = $raw['directory']['date'] ?? '';
	if ( ! is_string( $date ) || ! preg_match( '/^(\d{4})-(\d\d)-(\d\d)$/', $date, $day ) || ! checkdate( (int) $day[2], (int) $day[3], (int) $day[1] ) || $date > wp_date( 'Y-m-d' ) ) {
		/* translators: %s: what was found in place of a day. */
		return new WP_Error( 'date', sprintf( __( 'édition du %s ; attendu un jour, qui ne soit pas à venir', 'yonne-soins' ), wp_json_encode( $date ) ) );
	}
	if ( $date < $edition || $date < $bundled['edition'] ) {
		/* translators: 1: the day that was found, 2: that of the directory in use. */
		return new WP_Error( 'older', sprintf( __( 'édition du %1$s ; celle du site est plus récente (%2$s)', 'yonne-soins' ), $date, max( $edition, $bundled['edition'] ) ) );
	}
	return array(
		'edition' => $date,
		'body'    => $body,
	);
}

/**
 * All numbers of the records of a role.
 *
 * @param mixed  $channels Records, as a file has them.
 * @param string $role     A role.
 */
function yonne_soins_numbers( $channels, $role ) {
	$numbers = array();
	foreach ( is_array( $channels ) ? $channels : array() as $channel ) {
		if ( is_array( $channel ) && ( $channel['role'] ?? '' ) === $role ) {
			$phones  = is_array( $channel['phones'] ?? null ) ? $channel['phones'] : array();
			$numbers = array_merge( $numbers, array_column( $phones, 'number' ) );
		}
	}
	return $numbers;
}

/**
 * Writes the copy beside the one in use and puts it in its place, so that no visitor is given half of it.
 *
 * @param string $body JSON.
 * @return true|WP_Error
 */
function yonne_soins_keep( $body ) {
	$files  = yonne_soins_files();
	$folder = yonne_soins_copy_folder();
	$new    = "$folder/annuaire.new.json";
	if ( wp_mkdir_p( $folder ) && $files->put_contents( $new, $body, 0644 ) && $files->move( $new, "$folder/annuaire.json", true ) ) {
		return true;
	}
	/* translators: %s: a folder. */
	return new WP_Error( 'write', sprintf( __( 'le dossier %s ne se laisse pas écrire', 'yonne-soins' ), $folder ) );
}
