/**
 * Starts Weft and the two simulated shops on this machine and ends them again.
 * It knows ports, state folders and child processes; it does not know what a shop sells.
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => join(root, "node_modules", ".bin", name);

/** Settings that keep wrangler quiet and offline. */
const QUIET = {
  WRANGLER_SEND_METRICS: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_HIDE_BANNER: "true",
  CI: "1",
  NO_COLOR: "1",
  // Or wrangler keeps a trace of every request beside the state: nobody reads them, nothing removes them.
  X_LOCAL_OBSERVABILITY: "false",
};

/** Environment in which `node` is the one from node_modules: wrangler needs Node 22 or newer. */
export function toolEnv(extra = {}) {
  const path = `${join(root, "node_modules", ".bin")}:${process.env.PATH ?? ""}`;
  return { ...process.env, ...QUIET, PATH: path, ...extra };
}

/** Runs a tool to its end; rejects with the tail of its output when it fails. */
export function run(command, args, { env = {}, inherit = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(bin(command), args, {
      cwd: root,
      env: toolEnv(env),
      stdio: inherit ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${command} ${args[0]} failed:\n${output}`)),
    );
  });
}

/** Rejects with a sentence for people when somebody else listens on the port. */
export function portMustBeFree(port, variable) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () =>
      reject(
        new Error(
          `Port ${port} is taken by another program. End that program, or choose another port: ` +
            `${variable}=${port + 100} npm start`,
        ),
      ),
    );
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(undefined)));
  });
}

/** A port nobody uses now, for tests that run beside a started Weft. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Secrets of this machine, made once and kept beside the state they protect. */
function localSecrets(stateDir) {
  const file = join(stateDir, "secrets.json");
  if (!existsSync(file)) {
    const secrets = {
      AUTH_SECRET: randomBytes(32).toString("base64url"),
      SEALING_KEYS: JSON.stringify({ 1: randomBytes(32).toString("base64") }),
      TIKTOK_APP_KEY: `6${randomBytes(5).toString("hex")}`,
      TIKTOK_APP_SECRET: randomBytes(20).toString("hex"),
      TIKTOK_SERVICE_ID: "7400000000000000001",
    };
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  }
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Error(
      `The saved state in ${stateDir} is broken. Begin anew with: npm start -- --fresh`,
    );
  }
}

function launch(name, args, stateDir) {
  const log = openSync(join(stateDir, `${name}.log`), "w");
  const child = spawn(bin("wrangler"), args, {
    cwd: root,
    env: toolEnv(),
    stdio: ["ignore", log, log],
    detached: true,
  });
  return { child, logFile: join(stateDir, `${name}.log`) };
}

const asVars = (vars) =>
  Object.entries(vars).flatMap(([key, value]) => ["--var", `${key}:${value}`]);

async function untilReady(url, launched, name, timeoutMs = 60_000) {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (launched.child.exitCode !== null) break;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
      if (response.status < 500) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  const tail = readFileSync(launched.logFile, "utf8").slice(-3_000);
  throw new Error(`${name} did not start. The end of its log:\n${tail}`);
}

const asJson = (body) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** Applies the D1 migrations; a failure names the state folder and the way out. */
async function migrate(stateDir) {
  try {
    const { migrateLocal } = await import("./migrate-local.mjs");
    await migrateLocal(stateDir);
  } catch (caught) {
    throw new Error(
      `The database in ${stateDir} could not be brought up to date. ` +
        `Begin anew with: npm start -- --fresh\n${caught instanceof Error ? caught.message : caught}`,
      { cause: caught },
    );
  }
}

/**
 * Starts both Workers, Weft's as `buildAll` made it, and tells the simulator where Weft is. `vars` override Weft's settings.
 * Answers their addresses and `stop()`, which ends exactly the processes started here.
 */
export async function startStack({ port, simulatorPort, stateDir, vars = {} }) {
  mkdirSync(stateDir, { recursive: true });
  const secrets = localSecrets(stateDir);
  const weftUrl = `http://127.0.0.1:${port}`;
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const common = [
    "--ip",
    "127.0.0.1",
    "--inspector-port",
    "0",
    "--show-interactive-dev-session=false",
  ];
  const simulator = launch(
    "simulator",
    [
      "dev",
      "-c",
      "simulator/wrangler.toml",
      "--port",
      String(simulatorPort),
      ...common,
      "--persist-to",
      join(stateDir, "simulator"),
    ],
    stateDir,
  );
  // The simulated shops start while the database is made ready.
  await migrate(stateDir).catch(async (caught) => {
    await stopAll([simulator]);
    throw caught;
  });
  const weft = launch(
    "weft",
    [
      "dev",
      "-c",
      ".weft/wrangler.local.toml",
      "--port",
      String(port),
      ...common,
      "--persist-to",
      stateDir,
      ...asVars({
        ...secrets,
        PUBLIC_URL: weftUrl,
        TIKTOK_API_BASE: simulatorUrl,
        TIKTOK_AUTH_BASE: simulatorUrl,
        TIKTOK_AUTHORIZE_US: `${simulatorUrl}/open/authorize`,
        TIKTOK_AUTHORIZE_GLOBAL: `${simulatorUrl}/open/authorize`,
        ALLOW_LOCAL_SHOPS: "true",
        DEVELOPMENT: "true",
        SIMULATOR_URL: simulatorUrl,
        ...vars,
      }),
    ],
    stateDir,
  );
  const stop = () => stopAll([weft, simulator]);
  try {
    await untilReady(`${simulatorUrl}/`, simulator, "The simulated shops");
    await untilReady(`${weftUrl}/api/me`, weft, "Weft");
    const configured = await fetch(
      `${simulatorUrl}/control/configure`,
      asJson({
        origin: simulatorUrl,
        appKey: secrets.TIKTOK_APP_KEY,
        appSecret: secrets.TIKTOK_APP_SECRET,
        serviceId: secrets.TIKTOK_SERVICE_ID,
        redirectUrl: `${weftUrl}/oauth/tiktok-shop/callback`,
        webhookUrl: `${weftUrl}/webhooks/tiktok-shop`,
      }),
    );
    if (!configured.ok)
      throw new Error(`The simulated shops refused their set-up: ${await configured.text()}`);
  } catch (caught) {
    await stop();
    throw caught;
  }
  return {
    weftUrl,
    simulatorUrl,
    stop,
    tick: () => tick(weftUrl, simulatorUrl),
    pids: [weft.child.pid, simulator.child.pid],
  };
}

/** Cron does not fire by itself on one machine; this is its minute hand for both Workers. */
async function tick(weftUrl, simulatorUrl) {
  const cron = encodeURIComponent("* * * * *");
  await Promise.allSettled([
    fetch(`${weftUrl}/cdn-cgi/local/scheduled?cron=${cron}`, {
      signal: AbortSignal.timeout(30_000),
    }),
    fetch(`${simulatorUrl}/control/state`, { signal: AbortSignal.timeout(30_000) }),
  ]);
}

function stopAll(launched) {
  const ended = launched.map(
    ({ child }) =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.pid === undefined) return resolve(undefined);
        child.once("exit", resolve);
        // The whole group: wrangler's own workerd must not outlive it.
        process.kill(-child.pid, "SIGTERM");
        setTimeout(
          () => child.exitCode === null && process.kill(-child.pid, "SIGKILL"),
          5_000,
        ).unref();
      }),
  );
  return Promise.all(ended);
}
