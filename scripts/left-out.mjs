/**
 * What the deployed Worker leaves out of its packages and of the contract, because no call comes to it. Each part
 * names the text that it expects: a new version of a package that reads otherwise ends the build instead of growing it.
 */
import { join } from "node:path";
import { root } from "./stack.mjs";

/** @typedef {{ file: string, drop: (code: string) => string }} Part */

/** The routes of the sign-in service that `auth-routes.ts` opens, and the one that reads a session. */
const SIGN_IN_ROUTES = [
  "getSession",
  "signOut",
  "signUpEmail",
  "signInEmail",
  "resetPassword",
  "requestPasswordReset",
  "changePassword",
];
const ROUTE = /^\t\t(\w+)(?:: \w+\(\))?,$/gm;

/** @type {Part[]} */
const PARTS = [
  {
    file: "node_modules/better-auth/dist/api/index.mjs",
    drop: (code) =>
      code.replace(/\tconst endpoints = \{\n[^}]*\};/, (table) =>
        table.replace(ROUTE, (line, name) => (SIGN_IN_ROUTES.includes(name) ? line : "")),
      ),
  },
  // The OpenAPI document is made of the sources, not by the Worker.
  {
    file: "node_modules/zod/v4/classic/schemas.js",
    drop: (code) =>
      code
        .replace(/^ *inst\._zod\.processJSONSchema = .*;$/gm, "")
        .replaceAll(/createStandardJSONSchemaMethod\(this, "\w+"\)/g, "undefined")
        .replace("createToJSONSchemaMethod(this, {})(params)", "undefined"),
  },
];

const DESCRIPTION = /\s*\.describe\(\s*(?:"(?:[^"\\]|\\.)*"|`[^`$]*`),?\s*\)/g;
const SUMMARY = /\bsummary:\s*"(?:[^"\\]|\\.)*"/g;

/**
 * A map that is some lines off in these files costs nothing, as they only hold schemas and lists of routes.
 * @type {import("vite").Plugin}
 */
export const leftOut = {
  name: "left-out",
  enforce: "pre",
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (id.startsWith(join(root, "src", "contract")))
      return {
        code: code.replaceAll(DESCRIPTION, "").replaceAll(SUMMARY, 'summary: ""'),
        map: null,
      };
    const part = PARTS.find(({ file }) => id === join(root, file));
    if (!part) return null;
    const less = part.drop(code);
    if (less === code) throw new Error(`${part.file} has changed: see scripts/left-out.mjs`);
    return { code: less, map: null };
  },
};
