/** PrestaShops with one thing wrong each, and what the health check has to say of it: connectivity. */
import { NEEDED_PERMISSIONS } from "../../../src/domain/connections/store-permissions";
import type { Permissions } from "../../../simulator/prestashop/api/keys";
import { KEY, type Breakage } from "./health-harness";

const MINUTE_MS = 60_000;
const { orders: _orders, carriers: _carriers, ...FEWER } = NEEDED_PERMISSIONS;

export const CONNECTIVITY_CHECKS: readonly Breakage[] = [
  {
    title: "a host that does not answer",
    expected: "store.reachable fail",
    broken: { host: { isDown: true } },
  },
  {
    title: "a host with an error of its own",
    expected: "store.reachable fail",
    broken: { host: { blockedWith: { status: 502 } } },
  },
  {
    title: "a certificate that has run out",
    expected: "store.tls fail",
    broken: { host: { blockedWith: { status: 526 } } },
  },
  {
    title: "a firewall that turns Weft away",
    expected: "store.firewall fail",
    broken: { host: { blockedWith: { status: 403 } } },
  },
  {
    title: "a host that finds the requests too many",
    expected: "store.firewall fail",
    broken: { host: { blockedWith: { status: 429, retryAfterSeconds: 60 } } },
  },
  {
    title: "an address that leads to another one",
    expected: "store.address fail",
    broken: { host: { blockedWith: { status: 301 } } },
  },
  {
    title: "a webservice that is switched off",
    expected: "store.webservice fail",
    broken: { settings: { PS_WEBSERVICE: "0" } },
  },
  { title: "a key of the wrong length", expected: "store.key_format fail", key: "TOO-SHORT" },
  {
    title: "a key that was deleted",
    expected: "store.key fail",
    spoil: ({ store }) => store.removeWebserviceKey(KEY),
  },
  {
    title: "a key that was switched off",
    expected: "store.key fail",
    broken: { keys: { [KEY]: { active: false } } },
  },
  {
    title: "a key without some of the permissions",
    expected: "store.permissions fail",
    broken: { keys: { [KEY]: { permissions: { ...FEWER, orders: ["GET"] } as Permissions } } },
  },
  {
    title: "a version that is too old",
    expected: "store.version fail",
    broken: { version: "1.6.1.24" },
  },
  {
    title: "one list that comes as a page of HTML",
    expected: "store.answers fail",
    spoil: ({ host }) => {
      const page = "<!doctype html><p>Fatal error";
      const headers = { "content-type": "text/html" };
      host.through = (inner) => async (request) =>
        request.url.includes("order_states") ? new Response(page, { headers }) : inner(request);
    },
  },
  {
    title: "PHP notices before every answer",
    expected: "store.clean_answers warn",
    broken: { host: { noise: "<br />\n<b>Notice</b>: Undefined index in module.php on line 7\n" } },
  },
  {
    title: "no URL rewriting",
    expected: "store.rewriting warn",
    broken: { host: { hasRewriting: false } },
  },
  {
    title: "a host that drops the Authorization header",
    expected: "store.key_header warn",
    broken: { host: { dropsAuthorization: true } },
  },
  {
    title: "a host that takes three seconds for everything",
    expected: "store.speed warn",
    spoil: ({ host, time }) => {
      host.through = (inner) => async (request) => {
        const answer = await inner(request);
        time.everybodyMs += 3_000;
        return answer;
      };
    },
  },
  {
    title: "a clock four minutes behind",
    expected: "store.clock warn",
    broken: { host: { clockSkewMs: -4 * MINUTE_MS } },
  },
  {
    title: "a clock so far off that no signature is good",
    expected: "store.clock warn",
    broken: { host: { clockSkewMs: 20 * MINUTE_MS } },
  },
];
