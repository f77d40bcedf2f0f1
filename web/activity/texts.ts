/** The words of the activity. */
import { activity } from "../../src/i18n/en/ui/activity";
import { facts } from "../../src/i18n/en/ui/facts";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ activity, facts });
