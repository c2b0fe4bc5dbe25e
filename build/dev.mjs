/** `npm run dev`: the sources as they are, in pages that reload at each change. */
import { sources } from './sources.mjs';

export default {
  ...sources,
  port: Number(process.env.PORT ?? 8000),
  watch: true,
  middleware: [
    (context, next) => {
      if (context.path === '/') context.redirect('/demo/sources.html');
      return next();
    },
  ],
};
