/**
 * The contract as an OpenAPI 3.1 document, made when the product is built: no instance of the Worker carries
 * what describes it. Nothing is said here that the contract or the table of refusals does not say; a client
 * may be generated from it.
 */
import type * as z from "zod";
import {
  createDocument,
  type CreateDocumentOptions,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { version } from "../../package.json";
import { ApiError } from "./common";
import { subjects } from "./contract";
import { isFile, type FileAnswer, type RouteContract } from "./route";
import { splitKey } from "./route-key";
import type { Need } from "../domain/accounts/role";

/** Schemas in one shape for both directions: an answer may gain fields, a client lets them pass. */
const options: CreateDocumentOptions = {
  override: ({ jsonSchema, zodSchema, io }) => {
    const { def } = zodSchema._zod;
    if (io === "output" && def.type === "object" && !("catchall" in def && def.catchall))
      delete jsonSchema.additionalProperties;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  },
};

/** For any address: `serve-openapi.ts` puts in where it stands and what the cookie is called there. */
export function describeApi(): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const [tag, routes] of Object.entries<Record<string, RouteContract>>(subjects))
    for (const [key, entry] of Object.entries(routes)) {
      const { method, path } = splitKey(key);
      const template = path.replace(/:(\w+)/g, "{$1}");
      paths[template] = {
        ...paths[template],
        [method.toLowerCase()]: operationOf(entry, tag, method !== "GET"),
      };
    }
  const session = { type: "apiKey", in: "cookie", name: "weft_session" } as const;
  return createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "Weft",
        version,
        summary: "Connects a PrestaShop to TikTok Shop.",
        description:
          "Amounts are integers in the minor unit of their currency, moments are epoch milliseconds (UTC). " +
          "A change is JSON and names its origin: the header Origin or Sec-Fetch-Site of Weft's own pages.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: "/" }],
      tags: Object.keys(subjects).map((name) => ({ name })),
      security: [{ session: [] }],
      components: { securitySchemes: { session } },
      paths,
    },
    options,
  );
}

function operationOf(
  { name, summary, needs, needsProof, params, query, body, answer }: RouteContract,
  tag: string,
  isChange: boolean,
): ZodOpenApiOperationObject {
  const requestParams = { ...(params && { path: params }), ...(query && { query }) };
  return {
    operationId: name,
    summary,
    tags: [tag],
    ...(needs === "anyone" ? { security: [] } : { description: whomFor(needs, needsProof) }),
    ...(params || query ? { requestParams } : {}),
    ...(body ? bodyOf(body) : {}),
    responses: {
      "200": isFile(answer)
        ? { description: answer.description, content: fileOf(answer) }
        : { description: "Success", content: { "application/json": { schema: answer } } },
      ...(isChange ? refusalsOfChanges : {}),
      ...(needs === "anyone" ? {} : refusalsOfMembers),
      ...refusals,
    },
  };
}

/** A file goes out while it is made; of one that is JSON, this much is said. */
function fileOf({ mediaType }: FileAnswer) {
  const type = mediaType === "application/json" ? ("object" as const) : ("string" as const);
  return { [mediaType]: { schema: { type } } };
}

/** A body that may be left out is one that may be empty. */
function bodyOf(schema: z.ZodType) {
  const required = !schema.safeParse({}).success;
  return { requestBody: { required, content: { "application/json": { schema } } } };
}

function refusal(id: string, description: string, mayWait = false): ZodOpenApiResponseObject {
  const schema = { type: "integer" as const };
  const headers = { "Retry-After": { description: "Seconds to wait.", schema } };
  const content = { "application/json": { schema: ApiError } };
  return { id, description, content, ...(mayWait ? { headers } : {}) };
}

const unauthenticated = refusal("Unauthenticated", "No living session.");
const rateLimited = refusal("RateLimited", "Too many requests.", true);

/** The role a route needs, in words. */
const FOR: Readonly<Record<Exclude<Need, "anyone">, string>> = {
  signedIn: "For whoever is signed in.",
  owner: "For owners of the account.",
  admin: "For owners and admins of the account.",
};

const whomFor = (need: Exclude<Need, "anyone">, needsProof = false) =>
  needsProof ? `${FOR[need]} Needs password or code of the last ten minutes.` : FOR[need];

const refusalsOfMembers: ZodOpenApiResponsesObject = {
  "401": unauthenticated,
  "403": refusal("Forbidden", "Closed to the caller's role, or sent from another site."),
  "429": rateLimited,
};

/** Of every route. The code of a refusal is in its body. */
const refusals: ZodOpenApiResponsesObject = {
  "404": refusal("NotFound", "Nothing of this id in the caller's account."),
  "409": refusal("Conflict", "A name or shop is taken, or a shop has to be authorised again."),
  "422": refusal("Refused", "The input, or what a merchant has to put right first."),
  "500": refusal("Defect", "A fault of Weft's own; the facts hold the id of the request."),
  "503": refusal("Unavailable", "A shop does not answer as it should; try again.", true),
};

const refusalsOfChanges: ZodOpenApiResponsesObject = {
  "400": refusal("NotJson", "The body is no JSON."),
  "413": refusal("TooLarge", "The body is longer than the facts say."),
  "415": refusal("UnsupportedType", "The body is said to be something other than JSON."),
};
