// POST, PUT, PATCH and DELETE. The answer of a write echoes what was sent, not what was stored.
import { draftOf, type Draft, type WriteMethod, type SentEntity } from "../draft";
import type { Json, Row } from "../data/row";
import type { Field, Resource } from "../data/schema";
import { switches, type Store } from "../store";
import { readBody, undeclaredPrefix } from "./body";
import { ApiFailure } from "../failure";
import { viewOf, type Read } from "./read";
import { associationsJson, rowJson, singleJson } from "./render-json";
import { envelope, rowXml } from "./render-xml";
import { erase, save } from "./savers";
import { checkFormats, checkRequired } from "./validate";
import type { View } from "./view";

const textId = (sent: SentEntity): string => {
  const id = sent.fields["id"];
  return typeof id === "string" ? id : "";
};

function previousRow(store: Store, resource: Resource, sent: SentEntity): Row {
  const row = store.tables.get(resource.name, textId(sent));
  if (!row) throw new ApiFailure(404, 92, "Invalid ID");
  return row;
}

/** Refuses a write that names a field of the kind "refused". */
function checkReadOnly(view: View, sent: SentEntity): void {
  const named = view.resource.fields.find(
    (it) => it.readOnly === "refused" && sent.fields[it.name] !== undefined,
  );
  if (!named) return;
  throw new ApiFailure(
    400,
    93,
    `parameter "${named.name}" not writable. Please remove this attribute of this XML`,
  );
}

function echoOf(view: View, draft: Draft, row: Row, field: Field): Json {
  const sent = draft.sent.fields[field.name];
  const computed = draft.computed[field.name];
  if (computed !== undefined) return computed;
  if (field.i18n || (draft.previous && sent === undefined))
    return rowJson(view, row)[field.name] ?? null;
  if (typeof sent === "string") return sent;
  return field.name.startsWith("id_") ? "" : null;
}

/** The single shape of a write: sent texts as they came, the rest in the types of a read. */
function answerJson(view: View, draft: Draft, row: Row): string {
  const json: { [key: string]: Json } = {
    id: draft.resource.name === "orders" ? Number(row.id) : row.id,
  };
  for (const field of view.resource.fields) json[field.name] = echoOf(view, draft, row, field);
  const associations = associationsJson(view, row);
  if (Object.keys(associations).length > 0) json["associations"] = associations;
  return singleJson(view, json);
}

function writeOne(
  store: Store,
  view: View,
  method: WriteMethod,
  sent: SentEntity,
): { draft: Draft; row: Row } {
  const { resource } = view;
  const previous = method === "POST" ? undefined : previousRow(store, resource, sent);
  checkReadOnly(view, sent);
  if (method !== "PATCH") checkRequired(resource, sent, switches.demandedFields(store));
  checkFormats(resource, sent, store.flavour);
  const draft = draftOf(store, resource, method, sent, previous);
  return { draft, row: save(store, draft) };
}

function checkIds(method: WriteMethod, entities: SentEntity[]): void {
  const ids = entities.map(textId).filter((id) => id !== "" && id !== "0");
  if (method === "POST") {
    if (ids.length > 0) throw new ApiFailure(400, 91, "id is forbidden when adding a new resource");
    return;
  }
  if (ids.length !== entities.length)
    throw new ApiFailure(400, 90, "id is required when modifying a resource");
  if (new Set(ids).size !== ids.length) throw new ApiFailure(400, 89, "id is duplicate in request");
}

/** PHP warns of it while it reads the body and goes on; the warning is the answer to what is done. */
function warnOfPrefix(body: string): void {
  const found = undeclaredPrefix(body);
  if (!found) return;
  const { prefix, attribute, element } = found;
  const said = `namespace error : Namespace prefix ${prefix} for ${attribute} on ${element} is not defined`;
  throw new ApiFailure(500, 3, `[PHP Warning #2] SimpleXMLElement::__construct(): ${said}`);
}

/** Writes every entity of a body in turn; the answer shows the last one only. */
export function writeResource(
  store: Store,
  resource: Resource,
  method: WriteMethod,
  body: string,
  query: URLSearchParams,
  json: boolean,
): Read {
  if (resource.forbidden?.includes(method)) throw forbidden(method, resource);
  const entities = readBody(body);
  checkIds(method, entities);
  const view = viewOf(store, resource, query);
  let last: { draft: Draft; row: Row } | undefined;
  for (const sent of entities) last = writeOne(store, view, method, sent);
  warnOfPrefix(body);
  const status = method === "POST" ? 201 : 200;
  if (!last) return { status, body: "" };
  return {
    status,
    body: json ? answerJson(view, last.draft, last.row) : envelope(rowXml(view, last.row)),
  };
}

const forbidden = (method: string, resource: Resource) =>
  new ApiFailure(405, 101, `Method ${method} is not allowed for the resource ${resource.name}`);

/** Deletes one row by path or several by `?id=[20,21]`. */
export function deleteResource(
  store: Store,
  resource: Resource,
  id: string | undefined,
  query: URLSearchParams,
): Read {
  if (resource.forbidden?.includes("DELETE")) throw forbidden("DELETE", resource);
  const listed = /^\[?(.*?)\]?$/.exec(query.get("id") ?? "")?.[1] ?? "";
  const ids = id === undefined ? listed.split(",").filter((it) => it !== "") : [id];
  const rows = ids.map((it) => store.tables.get(resource.name, it));
  const missing = ids.filter((_, index) => rows[index] === undefined);
  if (missing.length > 0 || ids.length === 0)
    throw new ApiFailure(404, 87, `Id(s) not exists: ${missing.join(", ")}`);
  for (const row of rows) if (row) erase(store, resource.name, row);
  return { status: 200, body: "" };
}
