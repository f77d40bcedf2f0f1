// One request to the webservice, from the key to the answer, in the order of the real store's
// checks. The body is read before, so that a request is one atomic step.
import { is17 } from "../data/versions";
import { MAIN_SHOP, setting, switches, versionOf, type Store } from "../store";
import { HTML, JSON_TYPE, XML_TYPE, type Answer } from "./answer";
import { didYouMean } from "./did-you-mean";
import { ApiFailure, BrokenAnswer, Died } from "../failure";
import { readImages } from "./images";
import {
  allows,
  authenticate,
  keyOfRequest,
  mayTouch,
  methodsOf,
  type Method,
  type WebserviceKey,
} from "./keys";
import { readResource, type Read } from "./read";
import { errorJson } from "./render-json";
import { errorXml } from "./render-xml";
import { rootJson, rootXml } from "./root";
import { deleteResource, writeResource } from "./write";

export interface ApiCall {
  method: string;
  /** What follows `/api/`, without slashes at the ends. */
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
}

const wantsJson = ({ query, headers }: ApiCall): boolean =>
  [
    query.get("output_format"),
    query.get("io_format"),
    headers.get("output-format"),
    headers.get("io-format"),
  ].some((it) => it?.toUpperCase() === "JSON");

const withVersion = (store: Store, answer: Answer): Answer => ({
  ...answer,
  headers: { "psws-version": versionOf(store), ...answer.headers },
});

function failed(failure: ApiFailure, json: boolean, version: string): Answer {
  return {
    status: failure.status,
    body: json ? errorJson(failure) : errorXml(failure),
    contentType: json ? JSON_TYPE : XML_TYPE,
    headers: { "psws-version": version },
  };
}

const noKey: Answer = {
  status: 401,
  body: "401 Unauthorized",
  contentType: HTML,
  headers: {
    "www-authenticate":
      'Basic realm="Welcome to PrestaShop Webservice, please enter the authentication key as the login. No password required."',
  },
};

function methodOf(store: Store, call: ApiCall): Method {
  const asked = (call.query.get("ps_method") ?? call.method).toUpperCase();
  const method = methodsOf(store).find((it) => it === asked);
  if (!method) throw new ApiFailure(405, 23, `Method ${asked} is not valid`);
  return method;
}

/** A shop of a multi-shop installation that is not there, or not for this key; without a word that of the address. */
function checkShop(store: Store, query: URLSearchParams, { shopId }: WebserviceKey): void {
  const asked = query.get("id_shop") ?? store.shopId;
  const isThere = asked === "all" || asked === MAIN_SHOP || store.tables.get("shops", asked);
  // A key of one shop opens a request for all of them as well: one of those asked for is enough.
  if (isThere && (shopId === undefined || asked === "all" || asked === shopId)) return;
  throw new ApiFailure(403, 132, "Bad shop. You are not allowed to access this shop.");
}

function perform(store: Store, call: ApiCall, key: ReturnType<typeof authenticate>): Answer {
  const [name = "", id, ...rest] = call.path.split("/");
  const json = wantsJson(call);
  const contentType = json ? JSON_TYPE : XML_TYPE;
  const method = methodOf(store, call);
  checkShop(store, call.query, key);
  if (name === "") {
    if (json && !is17(store.flavour)) throw new BrokenAnswer(500, "");
    const body = json ? rootJson(store, key) : rootXml(store, key, methodsOf(store));
    return { status: 200, body, contentType };
  }
  const resource = store.resources.get(name);
  if (!resource) {
    const names = [...store.resources.keys()];
    throw new ApiFailure(
      400,
      27,
      `Resource of type "${name}" does not exists. ${didYouMean(name, names)}`,
    );
  }
  if (!mayTouch(key, name))
    throw new ApiFailure(
      401,
      26,
      `Resource of type "${name}" is not allowed with this authentication key`,
    );
  if (!allows(key, name, method))
    throw new ApiFailure(
      405,
      25,
      `Method ${method} is not allowed for the resource ${name} with this authentication key`,
    );
  if (name === "images") return readImages(store, [id ?? "", ...rest], json);
  const read = (): Read => {
    if (method === "DELETE") return deleteResource(store, resource, id, call.query);
    if (method === "GET" || method === "HEAD")
      return readResource(store, resource, id, call.query, json);
    return writeResource(store, resource, method, call.body, call.query, json);
  };
  const { status, body } = read();
  return body === "" && status !== 201 ? { status, body } : { status, body, contentType };
}

/** Answers one call of the webservice. */
export function answerCall(store: Store, call: ApiCall): Answer {
  const text = keyOfRequest(call.headers, call.query);
  if (text === undefined) return noKey;
  const json = wantsJson(call);
  let version = is17(store.flavour) ? versionOf(store) : "0";
  try {
    if (setting(store, "PS_WEBSERVICE") === "0")
      throw new ApiFailure(
        503,
        22,
        "The PrestaShop webservice is disabled. Please activate it in the PrestaShop Back Office",
      );
    const key = authenticate(store, text);
    version = versionOf(store);
    return withVersion(store, perform(store, call, key));
  } catch (error) {
    if (error instanceof ApiFailure) return failed(error, json, version);
    if (error instanceof Died) switches.dieNext(store, error.left);
    if (error instanceof BrokenAnswer)
      return { status: error.status, body: error.body, contentType: HTML };
    throw error;
  }
}
