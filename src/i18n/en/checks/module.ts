import type { Facts } from "../../../domain/facts";
import type { CheckWording, ProblemTexts } from "../../base/wording";
import type { Format } from "../../base/format";
import { hasProblemText, problemText } from "../../base/problem-text";
import { after, fact, stops } from "../facts";
import { byState } from "./by-state";

const SLOWER =
  "Without it Weft goes by the webservice: it sees stock within five minutes, other changes within ten, and makes orders where the key allows that.";

const PAIR_AGAIN =
  "Press “Install or connect the module” in the settings, and paste the address shown there on the module's Configure page.";

/** The module in the store. */
export const moduleChecks = {
  "module.present": {
    title: "Module installed",
    why: `Weft's module tells of changes at once and makes orders in one step. ${SLOWER}`,
    found: (f, format, problems) =>
      instead(f, format, problems) ?? "The Weft module does not answer in your store.",
    act: "Download it in the settings and upload it under Modules → Module Manager.",
  },
  "module.paired": {
    title: "Module connected",
    why: `Module and Weft trust each other by a shared secret. ${SLOWER}`,
    found: (f) => `The module belongs to another connection, or to none.${stops(f)}`,
    act: PAIR_AGAIN,
  },
  "module.version": {
    title: "Module up to date",
    why: "A newer module knows calls that spare requests and time.",
    found: (f) => `Version ${fact(f, "installed")} is installed, ${fact(f, "offered")} is here.`,
    act: "Download it in the settings and upload it over the old one; nothing is lost.",
  },
  "module.tables": {
    title: "Module's tables",
    why: "The module keeps events and imported orders there, so that none is lost or made twice.",
    found: (f) => `Tables of the module are gone${after(f, "missing")}.`,
    act: "Let the module make them again.",
    fix: "Make the tables",
  },
  "module.hooks": {
    title: "Module's hooks",
    why: "By its hooks the module hears of changes. Weft finds them without, but later.",
    found: (f) => `The module does not hear everything${after(f, "missing")}.`,
    act: "Let the module register its hooks again.",
    fix: "Register the hooks",
  },
  "module.round_trip": {
    title: "Events arrive",
    why: "A test event went from your store to Weft, as every change does.",
    found: byState(
      { elsewhere: "The test event was sent, but to another address than this connection's." },
      (f) => `The test event did not reach Weft${error(f)}.`,
    ),
    act: `${PAIR_AGAIN} Where that does not help, ask your host whether PHP may open https addresses.`,
  },
  "module.outbox": {
    title: "Events leave the store",
    why: "What waits in the store is a change Weft does not know of yet.",
    found: (f) => `${waiting(f)}${after(f, "error")}.`,
    act: "Send them now. If it happens again, let your host's cron open the cron address of the module's page.",
    fix: "Send them now",
  },
} satisfies Record<string, CheckWording>;

function error(facts: Facts): string {
  return after(facts, "error") || ` (status ${fact(facts, "status")})`;
}

function waiting(facts: Facts): string {
  const count = fact(facts, "waiting", "Some");
  const has = count === "1" ? "1 event has" : `${count} events have`;
  return `${has} been waiting for ${duration(Number(facts["minutes"]))}`;
}

/** What answered in the module's place, if something did. */
function instead({ code }: Facts, format: Format, problems: ProblemTexts): string | undefined {
  if (typeof code !== "string" || code === "prestashop.module_missing") return;
  if (!hasProblemText(problems, code)) return;
  return `The Weft module does not answer. ${problemText(problems, { code, facts: {} }, format).what}`;
}

/** "35 minutes", "2 hours"; from minutes. */
function duration(minutes: number): string {
  const hours = Math.round(minutes / 60);
  if (hours < 2) return `${minutes} minutes`;
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
