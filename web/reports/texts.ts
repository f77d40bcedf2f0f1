/** The words of the comparison of both shops. */
import { reports } from "../../src/i18n/en/ui/reports";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ reports });
