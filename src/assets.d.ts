/** How the build reads files that are not code: see `build/assets.mjs`. */
declare module '*.csv' {
  const text: string;
  export default text;
}

/** The changes of the clocks: see `build/clocks.mjs`. */
declare module '*.zone' {
  export const offsets: readonly number[];
  export const waits: string;
}
