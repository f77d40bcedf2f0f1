import { describe, expect, it } from "vitest";
import { contract } from "../../../src/contract/contract";
import { isFile, type RouteContract } from "../../../src/contract/route";
import { splitKey } from "../../../src/contract/route-key";
import { setupHttp } from "../../support/http-harness";

interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  security?: object[];
  parameters?: { in: string; name: string; required?: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>;
}

interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  security: object[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, object>>;
}

async function read(overrides: Parameters<typeof setupHttp>[0] = {}): Promise<Document> {
  const response = await setupHttp(overrides).call("/api/openapi.json");
  expect(response.status).toBe(200);
  return response.json();
}

const routes = Object.entries<RouteContract>(contract).map(([key, entry]) => {
  const { method, path } = splitKey(key);
  return { key, entry, verb: method.toLowerCase(), path: path.replace(/:(\w+)/g, "{$1}") };
});

/** Every object of a JSON value, the value itself among them. */
function* objectsOf(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* objectsOf(inner);
}

/** What a "#/a/b" points at. */
function targetOf(document: Document, ref: string): unknown {
  return ref
    .slice(2)
    .split("/")
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document);
}

describe("the OpenAPI document", () => {
  it("has every route of the contract under its method and path, and no other", async () => {
    const { openapi, paths } = await read();
    expect(openapi).toBe("3.1.0");
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((verb) => `${verb} ${path}`),
    );
    expect(described.toSorted()).toEqual(
      routes.map(({ verb, path }) => `${verb} ${path}`).toSorted(),
    );
  });

  it("says of each route its name, its input and every answer", async () => {
    const document = await read();
    const names = new Set<string>();
    for (const { key, entry, verb, path } of routes) {
      const operation = document.paths[path]?.[verb];
      if (!operation) throw new Error(`no ${key}`);
      const { operationId, parameters = [], requestBody, responses } = operation;
      names.add(operationId);
      expect(operation.summary, key).toMatch(/^[A-Z].*[^.]$/);
      expect(document.tags, key).toContainEqual({ name: operation.tags[0] });
      const inPath = parameters.filter((one) => one.in === "path" && one.required);
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(
        inPath.map(({ name }) => name),
        key,
      ).toEqual(wanted);
      expect(requestBody !== undefined, key).toBe(entry.body !== undefined);
      const success = responses["200"]?.content ?? {};
      const type = isFile(entry.answer) ? entry.answer.mediaType : "application/json";
      expect(Object.keys(success), key).toEqual([type]);
      const isChange = verb !== "get";
      const refusals = [
        "404",
        "409",
        "422",
        "500",
        "503",
        ...(entry.needs === "anyone" ? [] : ["401", "403", "429"]),
      ];
      const ofChanges = isChange ? ["400", "413", "415"] : [];
      const statuses = ["200", ...refusals, ...ofChanges].toSorted();
      expect(Object.keys(responses).toSorted(), key).toEqual(statuses);
    }
    expect(names.size).toBe(routes.length);
  });

  it("points only at what it holds, and every refusal is the one error shape", async () => {
    const document = await read();
    for (const { $ref } of objectsOf(document))
      if (typeof $ref === "string")
        expect([$ref, targetOf(document, $ref)]).not.toContain(undefined);
    const { responses, schemas } = document.components;
    for (const response of Object.values(responses ?? {}))
      expect(response).toMatchObject({
        description: expect.stringMatching(/./),
        content: { "application/json": { schema: { $ref: "#/components/schemas/ApiError" } } },
      });
    expect(schemas?.["Reason"]).toMatchObject({ required: ["code", "facts"] });
    // One shape for both directions.
    expect(Object.keys(schemas ?? {}).filter((name) => name.endsWith("Output"))).toEqual([]);
  });

  it("says of each route which role it is for", async () => {
    const { paths } = await read();
    const ofRead = paths["/api/connections/{id}"]?.["get"];
    expect(ofRead?.description).toBe("For owners and admins of the account.");
    expect(paths["/api/outbox"]?.["get"]?.description).toBeUndefined();
  });

  it("names the cookie of the session as it is at this address", async () => {
    const { security, servers, components, paths } = await read();
    expect(security).toEqual([{ session: [] }]);
    expect(servers).toEqual([{ url: "https://weft.example" }]);
    const cookie = { type: "apiKey", in: "cookie", name: "__Host-weft_session" };
    expect(components["securitySchemes"]).toEqual({ session: cookie });
    expect(paths["/api/outbox"]?.["get"]?.security).toEqual([]);
    const local = await read({ publicUrl: "http://localhost:8787" });
    expect(local.components["securitySchemes"]).toMatchObject({
      session: { name: "weft_session" },
    });
  });

  it("carries the limits of what comes in", async () => {
    const { paths } = await read();
    const products = paths["/api/connections/{id}/products"]?.["get"];
    expect(products?.parameters).toContainEqual({
      in: "query",
      name: "search",
      schema: { type: "string", maxLength: 200 },
    });
    const create = paths["/api/connections"]?.["post"]?.requestBody;
    expect(create).toMatchObject({
      required: true,
      content: { "application/json": { schema: { required: ["name", "source", "channel"] } } },
    });
    const pairing = paths["/api/connections/{id}/pairing"]?.["post"]?.requestBody;
    expect(pairing?.required).toBe(false);
  });
});
