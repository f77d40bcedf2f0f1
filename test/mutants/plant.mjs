/** @import { Mutant } from "./mutants.mjs" */

/**
 * The file's text with the bug in it. Throws when the place is not there, or not the only one: the
 * patch was made for another text.
 * @param {string} text
 * @param {Mutant} mutant
 */
export function plant(text, { name, file, find, put }) {
  const [before, after, ...more] = text.split(find);
  if (find === "" || before === undefined || after === undefined || more.length > 0)
    throw new Error(`${file} is not the text that "${name}" was made for`);
  return before + put + after;
}

/**
 * Plants a bug while the file is loaded; the file itself stays as it is. Without a mutant: nothing.
 * @param {Mutant | undefined} mutant
 */
export const planting = (mutant) => ({
  name: "plant-a-bug",
  enforce: /** @type {const} */ ("pre"),
  /** @param {string} code @param {string} id */
  transform(code, id) {
    return mutant && id.endsWith(`/${mutant.file}`) ? plant(code, mutant) : undefined;
  },
});
