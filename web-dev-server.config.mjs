/** Serves the site that the build made, as a static host would. */
export default {
  port: Number(process.env.PORT ?? 8000),
  rootDir: 'dist/site',
};
