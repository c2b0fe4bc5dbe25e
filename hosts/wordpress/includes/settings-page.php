<?php
/**
 * The markup of the page of settings: see yonne_soins_settings_page(), whose variables it has.
 *
 * @package YonneSoins
 *
 * @var array    $settings The settings.
 * @var array    $bundled  What the build took from the directory.
 * @var array    $copy     The state of the copy.
 * @var string[] $labels   The communes by code, as they are read.
 */

defined( 'ABSPATH' ) || exit;
?>
<div class="wrap">
	<h1><?php esc_html_e( 'Yonne soins', 'yonne-soins' ); ?></h1>
	<p>
		<?php esc_html_e( 'Dans une page, ajoutez un bloc « Se soigner maintenant », « Trouver ma CPTS » ou « Qui appeler, pour quoi », ou écrivez un code court :', 'yonne-soins' ); ?>
		<code>[yonne_soins]</code> <code>[yonne_cpts]</code> <code>[yonne_contacts]</code>,
		<?php esc_html_e( 'et pour une autre commune', 'yonne-soins' ); ?> <code>[yonne_soins commune="Joigny"]</code>.
	</p>
	<form action="options.php" method="post">
		<?php settings_fields( 'yonne_soins' ); ?>
		<table class="form-table" role="presentation">
			<tr>
				<th scope="row"><label for="yonne-soins-commune"><?php esc_html_e( 'Commune', 'yonne-soins' ); ?></label></th>
				<td>
					<select id="yonne-soins-commune" name="yonne_soins[commune]">
						<?php yonne_soins_options( array( '' => __( 'Aucune : tout le département', 'yonne-soins' ) ) + $labels, $settings['commune'] ); ?>
					</select>
					<p class="description"><?php esc_html_e( 'Celle de tous les blocs qui n’en nomment pas d’autre. Tapez les premières lettres pour la trouver.', 'yonne-soins' ); ?></p>
				</td>
			</tr>
			<tr>
				<th scope="row"><?php esc_html_e( 'Langues', 'yonne-soins' ); ?></th>
				<td>
					<fieldset>
						<legend class="screen-reader-text"><?php esc_html_e( 'Langues', 'yonne-soins' ); ?></legend>
						<?php foreach ( $bundled['languages'] as $code => $name ) : ?>
							<label>
								<input type="checkbox" name="yonne_soins[languages][]" value="<?php echo esc_attr( $code ); ?>" <?php checked( in_array( $code, $settings['languages'], true ) ); ?> />
								<?php echo esc_html( $name ); ?>
							</label><br />
						<?php endforeach; ?>
						<p class="description"><?php esc_html_e( 'Un bouton de chaque langue paraît dans le bloc ; le français y est toujours.', 'yonne-soins' ); ?></p>
					</fieldset>
				</td>
			</tr>
			<tr>
				<th scope="row"><label for="yonne-soins-theme"><?php esc_html_e( 'Fond', 'yonne-soins' ); ?></label></th>
				<td>
					<select id="yonne-soins-theme" name="yonne_soins[theme]">
						<?php
						$themes = array(
							''     => __( 'clair', 'yonne-soins' ),
							'dark' => __( 'sombre', 'yonne-soins' ),
							'auto' => __( 'selon l’appareil du lecteur', 'yonne-soins' ),
						);
						yonne_soins_options( $themes, $settings['theme'] );
						?>
					</select>
				</td>
			</tr>
			<tr>
				<th scope="row"><label for="yonne-soins-accent"><?php esc_html_e( 'Couleur des liens et des boutons', 'yonne-soins' ); ?></label></th>
				<td>
					<input type="text" class="yonne-soins-colour" id="yonne-soins-accent" name="yonne_soins[accent]" value="<?php echo esc_attr( $settings['accent'] ); ?>" />
					<p class="description"><?php esc_html_e( 'Vide : celle d’origine. Trop claire pour du texte, les textes en prennent une nuance lisible.', 'yonne-soins' ); ?></p>
				</td>
			</tr>
			<tr>
				<th scope="row"><label for="yonne-soins-surface"><?php esc_html_e( 'Couleur du fond', 'yonne-soins' ); ?></label></th>
				<td><input type="text" class="yonne-soins-colour" id="yonne-soins-surface" name="yonne_soins[surface]" value="<?php echo esc_attr( $settings['surface'] ); ?>" /></td>
			</tr>
			<tr>
				<th scope="row"><label for="yonne-soins-directory"><?php esc_html_e( 'Adresse de l’annuaire', 'yonne-soins' ); ?></label></th>
				<td>
					<input type="url" class="regular-text code" id="yonne-soins-directory" name="yonne_soins[directory]" value="<?php echo esc_attr( $settings['directory'] ); ?>" placeholder="https://…/annuaire.json" aria-describedby="yonne-soins-copy" />
					<p class="description" id="yonne-soins-copy">
						<?php esc_html_e( 'Facultative. Ce site y prend chaque jour une copie, la vérifie et la sert lui-même : les lecteurs ne demandent rien à personne d’autre.', 'yonne-soins' ); ?>
						<?php echo esc_html( yonne_soins_copy_text() ); ?>
					</p>
					<?php if ( $copy['problem'] ) : ?>
						<div class="notice notice-error inline">
							<p>
								<?php
								/* translators: %s: what was wrong. */
								echo esc_html( sprintf( __( 'Copie refusée : %s. La dernière bonne reste en service.', 'yonne-soins' ), $copy['problem'] ) );
								?>
							</p>
						</div>
					<?php endif; ?>
				</td>
			</tr>
		</table>
		<?php submit_button(); ?>
	</form>
	<?php if ( $settings['directory'] ) : ?>
		<form action="<?php echo esc_url( admin_url( 'admin-post.php' ) ); ?>" method="post">
			<input type="hidden" name="action" value="yonne_soins_refresh" />
			<?php
			wp_nonce_field( 'yonne_soins_refresh' );
			submit_button( __( 'Recopier l’annuaire maintenant', 'yonne-soins' ), 'secondary' );
			?>
		</form>
	<?php endif; ?>
</div>
