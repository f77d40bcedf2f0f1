/**
 * Turns an answer that is not what was asked for into a SyncError that says who must act.
 * It looks at the content first and at the status second: this webservice answers 200 with HTML.
 */
import type { Facts } from "../../domain/facts";
import { SyncError } from "../../domain/errors/sync-error";
import type { Answer } from "../http/send";
import { isRow, parseJson, text } from "./json";
import { unescapeText } from "./xml";

export interface Asked {
  resource: string;
  verb: string;
}

type Readable = Pick<Answer, "text" | "as">;

export interface StoreError {
  code: number;
  message: string;
}

const KEY_CODES = new Set([18, 20, 21]);
const WEBSERVICE_OFF = 22;
const PERMISSION_CODES = new Set([25, 26]);
const SHOP_NOT_ALLOWED = 132;
/**
 * Errors, warnings, notices and deprecations of PHP dressed as errors of the webservice
 * (`webserviceErrorHandler` of 1.7 to 9); the work behind one may well be done.
 */
const PHP_NOISE = new Set(Array.from({ length: 15 }, (_, index) => index + 1));
/** Of these what PHP only remarks on, its code doing all it would: notices and deprecations. */
const PHP_REMARKS = new Set([5, 12, 13, 15]);
const MAINTENANCE = /maintenance|be back soon|under construction/i;
const MAX_MESSAGE = 200;

/**
 * Of answers that no PrestaShop wrote: the firewall, proxy or deploy in front of it may give the
 * right one a moment later.
 */
export const PASSING: Facts = { mayPass: true };

/** Errors stand at the beginning of an answer; one of a hostile store is not read to its end. */
const ERROR_CHARS = 64 * 1024;
const MOST_ERRORS = 50;

/** The errors of an answer in either language, or none. */
export function errorsIn(answer: Readable): readonly StoreError[] {
  const body = answer.text();
  if (!body.includes("errors")) return [];
  const json = answer.as(parseJson);
  if (!isRow(json)) return xmlErrors(body.slice(0, ERROR_CHARS));
  const rows = json["errors"];
  const list = Array.isArray(rows) ? rows : [rows];
  return list
    .slice(0, MOST_ERRORS)
    .filter(isRow)
    .map((row) => toStoreError(text(row, "code"), text(row, "message")));
}

/**
 * Whether an answer is whole although its status says 500: PHP remarked on something while the store
 * put it together, and the webservice lists the remarks beside what was asked for (measured on
 * 1.7.8.11 with PHP 7.4, where one product without a picture is enough).
 */
export function isOnlyRemarkedOn(answer: Readable): boolean {
  const parsed = answer.as(parseJson);
  const isWhole = isRow(parsed) && Object.keys(parsed).some((name) => name !== "errors");
  if (!isWhole) return false;
  const errors = errorsIn(answer);
  return errors.length > 0 && errors.every(({ code }) => PHP_REMARKS.has(code));
}

/** `<error><code><![CDATA[25]]></code><message><![CDATA[…]]></message></error>`, read without a tree. */
function xmlErrors(head: string): readonly StoreError[] {
  if (!head.includes("<prestashop")) return [];
  const [, ...parts] = head.split("<error>", MOST_ERRORS + 1);
  return parts.map((part) => toStoreError(elementIn(part, "code"), elementIn(part, "message")));
}

function elementIn(xml: string, name: string): string {
  const from = xml.indexOf(`<${name}>`);
  const to = xml.indexOf(`</${name}>`);
  if (from < 0 || to < from) return "";
  const inner = xml.slice(from + name.length + 2, to).trim();
  return inner.startsWith("<![CDATA[") ? inner.slice(9, -3) : inner;
}

function toStoreError(code: string, said: string): StoreError {
  const message = unescapeText(said.slice(0, 2 * MAX_MESSAGE)).replaceAll(/\s+/g, " ");
  return { code: Number(code), message: message.slice(0, MAX_MESSAGE) };
}

/** What an answer means that carries no data. A write that ended so may have happened. */
export function toSyncError(answer: Answer, asked: Asked): SyncError {
  const errors = errorsIn(answer);
  return errors.length > 0
    ? ofCodes(errors, answer, asked)
    : ofPlainAnswer(answer, answer.text(), asked);
}

function ofCodes(errors: readonly StoreError[], answer: Answer, asked: Asked): SyncError {
  const first = errors[0] ?? { code: 0, message: "" };
  const has = (codes: ReadonlySet<number>) => errors.some(({ code }) => codes.has(code));
  const said = { vendorCode: first.code, vendorMessage: first.message };
  if (has(KEY_CODES)) return new SyncError("reconnect", "prestashop.key_invalid");
  if (has(new Set([WEBSERVICE_OFF]))) return new SyncError("merchant", "prestashop.webservice_off");
  if (has(PERMISSION_CODES)) return permissionMissing([`${asked.resource}: ${asked.verb}`]);
  if (has(new Set([SHOP_NOT_ALLOWED])))
    return new SyncError("merchant", "prestashop.shop_not_allowed");
  const facts = { ...asked, ...said, status: answer.status };
  if (has(PHP_NOISE))
    return new SyncError("retry", "prestashop.php_warning", { ...facts, ...maybe(asked) });
  return new SyncError("defect", "prestashop.refused", facts);
}

/** `missing` as "orders: POST"; the merchant ticks these boxes on the key's page. */
export function permissionMissing(missing: readonly string[]): SyncError {
  return new SyncError("merchant", "prestashop.permission_missing", { missing });
}

function ofPlainAnswer(answer: Answer, body: string, asked: Asked): SyncError {
  const { status } = answer;
  if (status >= 300 && status < 400) return wrongUrl(answer);
  if (status === 401) return new SyncError("reconnect", "prestashop.key_invalid", PASSING);
  if (status === 403)
    return new SyncError("merchant", "prestashop.blocked", { status, ...PASSING });
  if (status === 404 && body.trim() === "" && answer.headers.has("psws-version"))
    return new SyncError("defect", "prestashop.not_found", { ...asked });
  if (status === 404 || status === 410) return wrongUrl(answer);
  const isHtml = /^\s*<(!doctype|html|head|body)/i.test(body);
  if (isHtml && (status === 503 || (status === 200 && MAINTENANCE.test(body))))
    return new SyncError("retry", "prestashop.maintenance", { status });
  if (status >= 500)
    return new SyncError("retry", "prestashop.unavailable", { status, ...maybe(asked) });
  if (body.trim() === "")
    return new SyncError("retry", "prestashop.empty_answer", { status, ...maybe(asked) });
  const facts = { status, ...maybe(asked), ...PASSING };
  return new SyncError("merchant", "prestashop.html_instead_of_json", facts);
}

/** A host that is not the store's own is sent to the home page of the real one: 302, no error. */
export function wrongUrl(answer: Answer): SyncError {
  const location = answer.headers.get("location");
  const target = location && URL.canParse(location) ? new URL(location).host : undefined;
  return new SyncError("merchant", "prestashop.wrong_url", {
    status: answer.status,
    redirectedTo: target,
    ...PASSING,
  });
}

function maybe({ verb }: Asked): Facts {
  return verb === "GET" ? {} : { maybeApplied: true };
}
