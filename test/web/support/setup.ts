/** Runs for each file of tests: files share the modules they import, so none of those could do it. */
import { afterAll } from "vitest";
import { clear } from "./render";

afterAll(clear);
