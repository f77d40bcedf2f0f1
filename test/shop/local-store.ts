/**
 * A real PrestaShop on this machine, made for tests: its webservice, its console and its database.
 * PRESTASHOP_URL, PRESTASHOP_KEY (every permission) and PRESTASHOP_ROOT (its folder) name it;
 * PRESTASHOP_PHP is the PHP it runs on.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { packModule } from "../../scripts/pack-module.mjs";
import type { PlatformDeps } from "../../src/platforms/deps";
import { callModule } from "../../src/platforms/prestashop/module/call-module";
import { isOnlyRemarkedOn } from "../../src/platforms/prestashop/errors";
import { isRow, parseJson, text, type Row } from "../../src/platforms/prestashop/json";
import type { ModuleAnswer, ModuleCall } from "../../src/platforms/prestashop/module/calls";
import { escapeText } from "../../src/platforms/prestashop/xml";
import { RESTING_DEPS } from "../support/platform-deps";

const env = (name: string): string => process.env[name] ?? "";
const here = dirname(fileURLToPath(import.meta.url));
const inShop = join(here, "..", "module", "in-shop.php");
/** A version that was in shops before this one. */
export type EarlierVersion = "0.1.0" | "0.2.0";
const zipOf = (version: EarlierVersion) =>
  readFileSync(join(here, "..", "golden", "prestashop", `weft-${version}.zip`));

export const storeUrl = env("PRESTASHOP_URL");
const root = env("PRESTASHOP_ROOT");
const [php = "php", ...phpOptions] = (env("PRESTASHOP_PHP") || "php").split(" ");
const folder = join(root, "modules", "weft");

export const deps: PlatformDeps = {
  ...RESTING_DEPS,
  fetch: (request) => fetch(request),
  now: Date.now,
  random: Math.random,
  timeoutMs: 60_000,
  allowLocalHosts: true,
};

/** Never blocks: whoever plays Weft has to answer meanwhile. Rejects with all that was printed. */
const startPhp = (args: readonly string[]) =>
  promisify(execFile)(php, [...phpOptions, ...args], { cwd: root });

const runPhp = async (args: readonly string[]): Promise<string> => (await startPhp(args)).stdout;

/** `bin/console prestashop:module <action> <module>`; rejects with what the store says when it refuses. */
export const moduleConsole = (
  action: "install" | "uninstall" | "upgrade" | "enable" | "disable",
  name = "weft",
): Promise<string> => runPhp(["bin/console", "prestashop:module", action, name]);

/** Does something inside the store: see test/module/in-shop.php. */
export const within = async (what: string, ...given: string[]): Promise<unknown> =>
  JSON.parse(await runPhp([inShop, root, what, ...given]));

/** As `within`, for what waits for something to happen: resolves when it has begun to wait. */
export async function watchWithin(
  what: string,
  ...given: string[]
): Promise<{ outcome: Promise<unknown> }> {
  const run = startPhp([inShop, root, what, ...given]);
  const outcome = run.then(({ stdout }): unknown => JSON.parse(stdout));
  await new Promise<unknown>((resolve, reject) => {
    run.child.stderr?.on("data", (text: unknown) => {
      if (String(text).includes("watching")) resolve(text);
    });
    outcome.then(resolve, reject);
  });
  return { outcome };
}

/** Rows of the store's database; `ps_` stands for its prefix. */
export const rows = (sql: string) =>
  within("sql", sql) as Promise<Record<string, string | number | null>[]>;

export const execute = async (sql: string): Promise<void> => void (await within("sql", sql));

/** What the module has left in the store's database. */
export const traces = async () => ({
  tables: await rows("SHOW TABLES LIKE 'ps_weft%'"),
  settings: await rows("SELECT name FROM ps_configuration WHERE name LIKE 'WEFT%'"),
  keys: await rows("SELECT 1 AS one FROM ps_webservice_account WHERE description = 'Weft'"),
  hooks: await rows(
    "SELECT 1 AS one FROM ps_hook_module JOIN ps_module USING (id_module) WHERE name = 'weft'",
  ),
});
export const NO_TRACES = { tables: [], settings: [], keys: [], hooks: [] };

/** The packed module of these sources in the place of whatever was there; not installed yet. */
export function unpackModule(zip: Uint8Array = packModule()): void {
  rmSync(folder, { recursive: true, force: true });
  unpackOver(zip);
}

/** As PrestaShop unpacks a new version: files that only the old one had stay. */
export function unpackOver(zip: Uint8Array = packModule()): void {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const target = join(root, "modules", name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

/** Another module in the store, which does this on a hook, in PHP; answers how to get rid of it. */
export async function installOther(
  name: string,
  hook: string,
  does: string,
): Promise<() => Promise<void>> {
  const place = join(root, "modules", name);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, `${name}.php`), listener(name, hook, does));
  await moduleConsole("install", name);
  return async () => {
    await moduleConsole("uninstall", name);
    rmSync(place, { recursive: true, force: true });
  };
}

const listener = (name: string, hook: string, does: string) => `<?php
class ${name[0]?.toUpperCase()}${name.slice(1)} extends Module
{
    public function __construct()
    {
        $this->name = '${name}';
        $this->version = '1.0.0';
        $this->author = 'Weft';
        parent::__construct();
        $this->displayName = '${name}';
    }

    public function install()
    {
        return parent::install() && $this->registerHook('${hook}');
    }

    public function hook${hook[0]?.toUpperCase()}${hook.slice(1)}($params)
    {
        ${does}
    }
}
`;

export const unpackEarlier = (version: EarlierVersion): void => unpackModule(zipOf(version));

/** Whether a file or folder of the installed module is there. */
export const hasFile = (path: string): boolean => existsSync(join(folder, path));

/** Makes a file or folder of the installed module look as if it was changed so long ago. */
export function age(path: string, seconds: number): void {
  const at = Date.now() / 1000 - seconds;
  utimesSync(join(folder, path), at, at);
}

export async function uninstall(): Promise<void> {
  const [known] = await rows("SELECT COUNT(*) AS known FROM ps_module WHERE name = 'weft'");
  if (Number(known?.["known"]) > 0) await moduleConsole("uninstall");
}

export async function installAnew(): Promise<void> {
  await uninstall();
  unpackModule();
  await moduleConsole("install");
}

/** The module's answer to a call under this secret, by the client of the product. */
export const ask = <Call extends ModuleCall>(
  secret: string,
  call: Call,
  given: Readonly<Record<string, unknown>> = {},
): Promise<ModuleAnswer<Call>> => callModule(deps, { url: storeUrl, secret }, call, given);

/** What of the module's events waits to be sent, and why. */
export const readOutbox = async (secret: string) => (await ask(secret, "health")).outbox;

/** Requests to the webservice as the merchant's other tools make them. */
export async function api(
  method: string,
  path: string,
  body?: string | FormData,
  key = env("PRESTASHOP_KEY"),
): Promise<Response> {
  const answer = await fetch(`${storeUrl}/api/${path}`, {
    method,
    headers: { authorization: `Basic ${btoa(`${key}:`)}` },
    ...(body === undefined ? {} : { body }),
  });
  if (answer.ok) return answer;
  const said = await answer.clone().text();
  if (isOnlyRemarkedOn({ text: () => said, as: (read) => read(said) })) return answer;
  throw new Error(`${method} ${path}: ${answer.status} ${said}`);
}

/**
 * Objects are asked for in JSON: PHP remarks on each product of 1.7.8 that has no picture, and the remark
 * stands beside the product there, in its place in XML.
 */
const IN_JSON = "output_format=JSON";
/** What was written is answered in one language: PHP warns of a text that lacks one of several. */
const WRITTEN = `${IN_JSON}&language=1`;

/** Makes an object and answers its id. */
export async function create(resource: string, name: string, fields: string): Promise<string> {
  const answer = await api("POST", `${resource}?${WRITTEN}`, inXml(name, fields));
  const made = Object.values(await rowIn(answer)).find((one) => isRow(one));
  const id = made && text(made, "id");
  if (!id) throw new Error(`${resource} was made without an id`);
  return id;
}

/** Changes one field the way every version understands: the whole object is read and put back. */
export async function change(
  resource: string,
  name: string,
  id: string,
  field: string,
  value: string,
  key?: string,
): Promise<void> {
  const query = `filter[id]=[${id}]&display=full&${IN_JSON}`;
  const found = (await rowIn(await api("GET", `${resource}?${query}`)))[resource];
  const whole: unknown = Array.isArray(found) ? found[0] : undefined;
  if (!isRow(whole)) throw new Error(`${resource}/${id} is not as expected`);
  const isWritable = ([one]: [string, unknown]) =>
    !NEVER_WRITTEN.has(one) && !(resource === "products" && one === "quantity");
  const fields = Object.entries({ ...whole, [field]: value }).filter(isWritable);
  const body = fields.map(([one, given]) => `<${one}>${inElement(given)}</${one}>`).join("");
  await api("PUT", `${resource}/${id}?${WRITTEN}`, inXml(name, body), key);
}

const NEVER_WRITTEN = new Set(["manufacturer_name", "position_in_category", "associations"]);

/** A field of an answer in JSON as it is written: plain, or one text a language. */
function inElement(value: unknown): string {
  if (!Array.isArray(value)) return escapeText(text({ value }, "value"));
  const texts = value.filter(isRow).map((one) => {
    return `<language id="${text(one, "id")}">${escapeText(text(one, "value"))}</language>`;
  });
  return texts.join("");
}

async function rowIn(answer: Response): Promise<Row> {
  const body = parseJson(await answer.text());
  return isRow(body) ? body : {};
}

export const remove = async (resource: string, id: string): Promise<void> =>
  void (await api("DELETE", `${resource}/${id}`));

/** The ids of a list. */
export async function ids(path: string): Promise<string[]> {
  const joined = path.includes("?") ? "&" : "?";
  const answer = await api("GET", `${path}${joined}display=[id]&sort=[id_ASC]`);
  const found = (await answer.text()).matchAll(/<id><!\[CDATA\[(\d+)\]\]><\/id>/g);
  return [...found].map((match) => match[1] ?? "");
}

const inXml = (name: string, fields: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><prestashop xmlns:xlink="http://www.w3.org/1999/xlink"><${name}>${fields}</${name}></prestashop>`;
