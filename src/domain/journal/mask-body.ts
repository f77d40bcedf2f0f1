/**
 * What of a body may be kept and shown: its structure, ids, states, counts and amounts. Everything else, names,
 * addresses, texts and secrets among it, is replaced by dots: what is not known to be harmless is not kept.
 */

/** Characters of a body that are kept. */
export const MOST_KEPT = 1_000;

const HIDDEN = "•••";

/** More is not read: of markup the beginning says what it is, and half of JSON is none. */
const MOST_XML = 16_000;
const MOST_JSON = 512_000;

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
  const masked = body.startsWith("<") ? maskXml(body.slice(0, MOST_XML)) : maskJson(body);
  return masked.length > MOST_KEPT ? `${masked.slice(0, MOST_KEPT)}…` : masked;
}

function maskJson(body: string): string {
  if (body.length > MOST_JSON) return HIDDEN;
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

/** As both shops name theirs; a name in pointed brackets, as people write them, is none. */
const ELEMENT = /^<(\/?)([a-z][a-z0-9_]*)(?=[\s/>])/;

/**
 * Elements that hold a text, as the webservice is written to; attributes, comments and what stands between elements go.
 * An error page of a shop is read like that as well, so nothing is taken for granted of its form.
 */
function maskXml(body: string): string {
  let masked = "";
  let open = "";
  for (const [token] of withoutCdata(body).matchAll(/<[^<>]*>|[^<]+|</g)) {
    const [, end, name] = ELEMENT.exec(token) ?? [];
    if (name !== undefined && token.endsWith(">")) {
      masked += `<${end}${name}>`;
      open = end ? "" : name;
    } else if (/^<[?!]/.test(token)) open = "";
    else if (token.trim() !== "") masked += mayShow(open, token.trim()) ? token.trim() : HIDDEN;
  }
  return masked;
}

/** What they hold is text, whatever signs are in it. */
function withoutCdata(body: string): string {
  const [first = "", ...others] = body.split("<![CDATA[");
  return others.reduce((text, part) => {
    const at = part.indexOf("]]>");
    const held = at < 0 ? part : part.slice(0, at);
    return `${text}${escapeXml(held)}${at < 0 ? "" : part.slice(at + 3)}`;
  }, first);
}

const escapeXml = (text: string) => text.replace(/[<>&]/g, " ");
