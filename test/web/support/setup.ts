/** Runs for each file of tests: files share the modules they import, so none of those could do it. */
import { afterAll, beforeAll } from "vitest";
import { loadPart } from "../../../web/i18n/language";
import { clear } from "./render";

// Loaded a while after the first page elsewhere.
beforeAll(() => loadPart("problems"));
afterAll(clear);
