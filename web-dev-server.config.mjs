/** Serves the demo and what the build made, as a static host would. */
export default {
  port: Number(process.env.PORT ?? 8000),
  rootDir: '.',
  middleware: [
    (context, next) => {
      if (context.path === '/') context.redirect('/demo/');
      return next();
    },
  ],
};
