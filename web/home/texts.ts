/** The words of Home. */
import { home } from "../../src/i18n/en/ui/home";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ home });
