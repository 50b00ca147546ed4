/** Values made on first use: Sheets loads the whole script for every formula, so tables wait until one is needed. */

/** A function that makes the value once and gives the same one ever after. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A set of words written in one string. */
export function lazyWords(text: string, separator = ' '): () => ReadonlySet<string> {
  return lazy(() => new Set(text.split(separator)));
}

/** A map written in one string: groups separated by commas, each a value and then the keys that have it. */
export function lazyGroups(text: string): () => ReadonlyMap<string, string> {
  return lazy(
    () =>
      new Map(
        text.split(',').flatMap((group) => {
          const [value = '', ...keys] = group.split(' ');
          return keys.map((key) => [key, value] as const);
        }),
      ),
  );
}
