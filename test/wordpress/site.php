<?php
/**
 * wp-config.php of the site under test. Run by `php` itself, it installs the site, and prints as JSON the version, the
 * theme, and both passwords of each user: that of people, and that of applications.
 */
$install = realpath($_SERVER['SCRIPT_FILENAME'] ?? '') === __FILE__;
$_SERVER['HTTP_HOST'] ??= '127.0.0.1';

// The database that mariadb-install-db makes.
define('DB_NAME', 'test');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('SITE_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', "http://{$_SERVER['HTTP_HOST']}");
define('WP_SITEURL', WP_HOME);
// What a hosting company sets, and what a network of sites does to all but its own administrators.
define('DISALLOW_UNFILTERED_HTML', getenv('SITE_FILTERS') === 'yes');
// Application passwords without HTTPS.
define('WP_ENVIRONMENT_TYPE', 'local');
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');

if ($install) {
    define('WP_INSTALLING', true);
    // Sends no mail.
    function wp_new_blog_notification() {}
}
require_once ABSPATH . 'wp-settings.php';
// As the widget reads it in the page; the site needs no translations for that.
add_filter('locale', fn() => 'fr_FR');
// The directories of the tests: on loopback, with a certificate that nobody signed.
add_filter('http_allowed_safe_ports', fn() => [(int) getenv('SITE_DIRECTORY_PORT')]);
add_filter('https_ssl_verify', '__return_false');

if ($install) {
    require_once ABSPATH . 'wp-admin/includes/upgrade.php';
    $people = [];
    foreach (['administrator', 'editor', 'author'] as $role) {
        $password = wp_generate_password(24, false);
        if ($role === 'administrator') {
            ['user_id' => $id] = wp_install('Mairie', $role, "$role@example.org", true, '', $password);
        } else {
            $person = ['user_login' => $role, 'user_pass' => $password, 'user_email' => "$role@example.org"];
            $id = wp_insert_user($person + ['role' => $role]);
        }
        [$application] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'test']);
        $people[$role] = ['password' => $password, 'application' => $application];
    }
    echo wp_json_encode(['version' => get_bloginfo('version'), 'theme' => get_stylesheet(), 'people' => $people]);
}
