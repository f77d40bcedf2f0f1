/** Problems in a reader's words, looked up by their codes. */
import type { Reason } from "../../domain/errors/reason";
import type { Format } from "./format";
import { fill, type ProblemTexts } from "./wording";

/** A problem in three parts, ready to show. */
export interface ProblemText {
  what: string;
  means: string;
  act: string;
  /** The same for a person who asked and waits for the answer. */
  asked: string;
  /** Code and facts, where the text asks for a report. */
  raw?: string;
}

/** Problems whose text asks for a report with code and facts. */
const REPORTED: ReadonlySet<string> = new Set([
  "request.not_json",
  "request.unsupported_type",
  "weft.unexpected",
  "weft.unexpected_answer",
  "weft.unfinished",
  "prestashop.answer_too_large",
  "prestashop.unexpected_shape",
  "prestashop.refused",
  "tiktok.answer_too_large",
  "tiktok.unexpected_shape",
  "tiktok.invalid_parameter",
  "tiktok.signature_refused",
  "tiktok.app_key_refused",
  "tiktok.timestamp_refused",
  "tiktok.gateway_refused",
  "tiktok.cipher_missing",
  "tiktok.call_unknown",
  "tiktok.address_refused",
  "tiktok.id_invalid",
  "tiktok.full_edit_needed",
  "tiktok.lines_needed",
  "prestashop.draft_sum_wrong",
  "check.fix_unknown",
  "task.gave_up",
  "task.kind_unknown",
  "ledger.without_name",
]);

const RAW_LIMIT = 600;

export function hasProblemText({ known }: ProblemTexts, code: string): boolean {
  return Object.hasOwn(known, code);
}

/** The text of a reason; an unknown code is shown as it is, with its facts. */
export function problemText(texts: ProblemTexts, reason: Reason, format: Format): ProblemText {
  const { code, facts } = reason;
  const found = wordingOf(texts, reason);
  const wording = found?.wording ?? texts.unknown;
  const all = found ? facts : { ...facts, code };
  const text: ProblemText = {
    what: fill(wording.what, all, format, texts),
    means: fill(wording.means, all, format, texts),
    act: fill(wording.act, all, format, texts),
    asked: fill(wording.asked ?? wording.act, all, format, texts),
  };
  if (!found || REPORTED.has(found.key)) text.raw = rawOf(code, facts);
  return text;
}

/** The key of one of several reasons a code comes with: "store.url_invalid:port". */
export const reasonedCode = ({ code, facts }: Reason) => `${code}:${String(facts["reason"])}`;

/** The wording of one of several reasons of a code, or of the code. */
function wordingOf({ known }: ProblemTexts, reason: Reason) {
  for (const key of [reasonedCode(reason), reason.code]) {
    const wording = known[key];
    if (wording) return { key, wording };
  }
  return null;
}

function rawOf(code: string, facts: Reason["facts"]): string {
  const parts = Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [code, ...parts].join(" · ").slice(0, RAW_LIMIT);
}
