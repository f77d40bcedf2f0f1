/**
 * Talks to the webservice of one store: addresses, the key, and the store's two oddities of hosting
 * (a lost Authorization header, missing URL rewriting). It does not know any resource's fields.
 */
import { SyncError } from "../../domain/errors/sync-error";
import type { SourceCredentials } from "../source";
import type { PlatformDeps } from "../deps";
import type { Written } from "../http/note-write";
import { send, type Answer } from "../http/send";
import { errorsIn, isOnlyRemarkedOn, toSyncError } from "./errors";
import { parseJson, toEntity, toRows, type Row } from "./json";
import { toPutBody } from "./put-body";
import { answerLimit } from "./answer-limit";
import { knowsPatch } from "./version";
import { fromEntities, type XmlFields } from "./xml";

export type Query = Readonly<Record<string, string | number | undefined>>;

export interface StoreClient {
  /**
   * Rows of a resource; ask with `display`, because single answers drop falsy fields. `listName`: what
   * the answer calls the list where that is not the resource's name.
   */
  list(resource: string, query: Query, listName?: string): Promise<readonly Row[]>;
  /** The list of resources and verbs; its JSON form is a 500 on PHP 8, so it is read as XML. */
  root(): Promise<string>;
  /**
   * Creates one entity (or several in one body: the answer then shows the last). A translated field
   * written in one language needs `query.language`, or the JSON answer is a PHP warning (500, code
   * 3).
   */
  create(
    resource: string,
    node: string,
    fields: XmlFields | readonly XmlFields[],
    query?: Query,
  ): Promise<Row>;
  /**
   * Sets the given fields of an entity; `fields.id` says which. Sent again after a lost answer,
   * because setting the same values twice does no harm.
   */
  update(resource: string, node: string, fields: ChangedFields): Promise<void>;
  /** A creation whose answer only its owner can judge. */
  tryCreate(resource: string, node: string, fields: XmlFields): Promise<Answer>;
  /** Like `update`, for a change whose answer only its owner can judge: it is sent once. */
  tryUpdate(resource: string, node: string, fields: ChangedFields): Promise<Answer>;
  /** Whether the key goes in addresses, because the host drops the header. */
  keyInQuery(): boolean;
  /** Version the store named last ("8.2.1"), "" before the first answer. */
  version(): string;
}

/** Fields to set, and the id of the entity they belong to. */
export type ChangedFields = XmlFields & { id: string };

interface Wire {
  verb: "GET" | "POST" | "PATCH" | "PUT";
  resource: string;
  query: Query;
  body?: string;
  replaySafe: boolean;
}

/** How this store wants to be asked; found out with the first answers, kept for the session. */
interface Manners {
  keyInQuery: boolean;
  dispatcher: boolean;
}

/**
 * `keyInQuery`: how the store was found to take its key when it was connected. Absent: that is found out
 * now, by the first refusal that is not the store's own; later a firewall's refusal proves nothing, and a key in an
 * address ends up in the logs of whoever stands between.
 */
export function openClient(
  credentials: SourceCredentials,
  deps: PlatformDeps,
  keyInQuery?: boolean,
): StoreClient {
  // Anything else cannot be written into a header, and no store has such a key.
  if (!/^[\x21-\x7e]+$/.test(credentials.key))
    throw new SyncError("reconnect", "prestashop.key_invalid");
  let manners: Manners = { keyInQuery: keyInQuery ?? false, dispatcher: false };
  const isKeyPlaced = keyInQuery !== undefined;
  let version = "";

  async function exchange(wire: Wire, wanted: Manners): Promise<Answer> {
    const answer = await send(deps, {
      vendor: "prestashop",
      kind: `${wire.verb} ${wire.resource.split("/")[0]}`,
      replaySafe: wire.replaySafe,
      maxBytes: answerLimit(wire.resource, wire.query),
      isWhole: isOnlyRemarkedOn,
      build: () => toRequest(credentials, wire, wanted),
      ...(wire.verb !== "GET" && { write: toWritten(wire) }),
    });
    const named = answer.headers.get("psws-version");
    if (named && named !== "0") version = named;
    return answer;
  }

  async function call(wire: Wire): Promise<Answer> {
    const answer = await exchange(wire, manners);
    const other = otherManners(answer, manners);
    if (!other || (isKeyPlaced && other.keyInQuery !== manners.keyInQuery)) return answer;
    // Neither refusal touched any data, so even a write may be sent again.
    const second = await exchange(wire, other);
    const better = second.status < 400 || second.headers.has("psws-version");
    if (better) manners = other;
    return better ? second : answer;
  }

  const json = { output_format: "JSON" };

  async function change(
    resource: string,
    node: string,
    fields: ChangedFields,
    replaySafe: boolean,
  ): Promise<Answer> {
    const wire = { resource, query: json, replaySafe };
    if (knowsPatch(version))
      return call({ ...wire, verb: "PATCH", body: fromEntities(node, [fields]) });
    const path = `${resource}/${fields.id}`;
    const now = await call({ verb: "GET", resource: path, query: {}, replaySafe: true });
    if (now.status !== 200 || errorsIn(now).length > 0)
      throw toSyncError(now, { resource, verb: "GET" });
    return call({ ...wire, verb: "PUT", body: toPutBody(now.text(), node, fields) });
  }

  return {
    async list(resource, query, listName = resource) {
      const wire: Wire = { verb: "GET", resource, query: { ...query, ...json }, replaySafe: true };
      return toRows(toBody(await call(wire), resource, "GET"), listName);
    },
    async root() {
      const answer = await call({ verb: "GET", resource: "", query: {}, replaySafe: true });
      if (answer.status !== 200 || !answer.text().includes("<prestashop"))
        throw toSyncError(answer, { resource: "api", verb: "GET" });
      return answer.text();
    },
    async create(resource, node, fields, query) {
      const body = fromEntities(node, Array.isArray(fields) ? fields : [fields as XmlFields]);
      const asked = { ...query, ...json };
      const wire: Wire = { verb: "POST", resource, query: asked, body, replaySafe: false };
      return toEntity(toBody(await call(wire), resource, "POST"), node);
    },
    async update(resource, node, fields) {
      const verb = knowsPatch(version) ? "PATCH" : "PUT";
      toBody(await change(resource, node, fields, true), resource, verb);
    },
    tryCreate(resource, node, fields) {
      const body = fromEntities(node, [fields]);
      return call({ verb: "POST", resource, query: json, body, replaySafe: false });
    },
    tryUpdate: (resource, node, fields) => change(resource, node, fields, false),
    keyInQuery: () => manners.keyInQuery,
    version: () => version,
  };
}

/** The parsed answer; anything else, an error in a 200 included, becomes a SyncError; a remark of PHP is none. */
function toBody(answer: Answer, resource: string, verb: string): unknown {
  const parsed = answer.as(parseJson);
  if (parsed !== undefined && answer.status < 300 && errorsIn(answer).length === 0) return parsed;
  if (answer.status === 500 && isOnlyRemarkedOn(answer)) return parsed;
  throw toSyncError(answer, { resource, verb });
}

/** Another way to ask when this answer looks like the host's doing, not the store's. */
function otherManners(answer: Answer, used: Manners): Manners | undefined {
  const isFromStore = answer.headers.has("psws-version") || errorsIn(answer).length > 0;
  if (isFromStore) return undefined;
  if (answer.status === 401 && !used.keyInQuery) return { ...used, keyInQuery: true };
  if (answer.status === 404 && !used.dispatcher) return { ...used, dispatcher: true };
  return undefined;
}

function toWritten({ verb, resource, body }: Wire): Written {
  return {
    side: "source",
    method: verb,
    path: `/api/${resource}`,
    body,
    outcomeOf: (answer) => ({
      outcome: String(answer.status),
      isFailed: answer.status >= 300 || errorsIn(answer).length > 0,
    }),
  };
}

function toRequest(credentials: SourceCredentials, wire: Wire, manners: Manners): Request {
  const headers = new Headers({ "user-agent": "Weft" });
  if (!manners.keyInQuery) headers.set("authorization", `Basic ${btoa(`${credentials.key}:`)}`);
  if (wire.body !== undefined) headers.set("content-type", "text/xml; charset=utf-8");
  const init: RequestInit = { method: wire.verb, headers };
  if (wire.body !== undefined) init.body = wire.body;
  return new Request(toUrl(credentials, wire, manners), init);
}

function toUrl(credentials: SourceCredentials, wire: Wire, manners: Manners): string {
  const url = new URL(
    manners.dispatcher
      ? `${credentials.url}/webservice/dispatcher.php`
      : `${credentials.url}/api/${wire.resource}`,
  );
  if (manners.dispatcher) url.searchParams.set("url", wire.resource);
  if (manners.keyInQuery) url.searchParams.set("ws_key", credentials.key);
  for (const [name, value] of Object.entries(wire.query))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url.href;
}
