/**
 * What of a body may be kept and shown: its structure, ids, states, counts and amounts. Everything else, names,
 * addresses, texts and secrets among it, is replaced by dots: what is not known to be harmless is not kept.
 */

/** Characters of a body that are kept. */
export const MOST_KEPT = 1_000;

const HIDDEN = "•••";

/** Names of fields that tell of a person, or open something, whatever else they say. */
const PRIVATE =
  /buyer|customer|user|recipient|guest|address|mail|phone|name|token|secret|sign|pass|key|cipher|open_?id|tax|vat|zip|post|city|state_?province|note|message|company|dni|account/i;

const HARMLESS =
  /^(?:call|kind|topic|event|at|ok|data|errors?|skus?|on|off)$|(?:^|_)(?:id|ids|type|status|state|code|quantity|sku|reference|time|amount|price|currency|reason|timestamp|physical|reserved)$|(?:Ids?|Code|Quantity|Minor|State|Kind|Type)$|^id_|^total_/;

/** Codes and ids; a text of people has spaces, an address of theirs an @. */
const PLAIN = /^[\w.:+/-]{0,64}$/;

/** The body as it may be kept: JSON or XML; anything else is hidden whole. */
export function maskBody(text: string): string {
  const body = text.trim();
  if (body === "") return "";
  const masked = body.startsWith("<") ? maskXml(body) : maskJson(body);
  return masked.length > MOST_KEPT ? `${masked.slice(0, MOST_KEPT)}…` : masked;
}

function maskJson(body: string): string {
  // JSON.parse would round whole numbers of so many digits, which ids are.
  const quoted = body.replace(/([:[,]\s*)(\d{16,})(?=\s*[,\]}])/g, '$1"$2"');
  try {
    return JSON.stringify(maskValue(JSON.parse(quoted), ""));
  } catch {
    return HIDDEN;
  }
}

function maskValue(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => maskValue(item, field));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        PLAIN.test(name) ? name : HIDDEN,
        // What tells of a person does so in all its parts.
        maskValue(inner, PRIVATE.test(field) ? field : name),
      ]),
    );
  if (value === null || typeof value === "boolean") return value;
  return mayShow(field, String(value)) ? value : HIDDEN;
}

const mayShow = (field: string, value: string): boolean =>
  HARMLESS.test(field) && !PRIVATE.test(field) && PLAIN.test(value);

/** Elements that hold a text, as the webservice is written to; attributes go. */
function maskXml(body: string): string {
  return body
    .replace(/<\?[^>]*\?>/g, "")
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => escapeXml(text))
    .replace(/<(\w+)(?:\s[^>]*)?>([^<]*)(?=<)/g, (_, name: string, text: string) =>
      text.trim() === "" || mayShow(name, text.trim())
        ? `<${name}>${text.trim()}`
        : `<${name}>${HIDDEN}`,
    )
    .replace(/<\/(\w+)>[^<]+/g, "</$1>");
}

const escapeXml = (text: string) => text.replace(/[<>&]/g, " ");
