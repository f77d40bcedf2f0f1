/** `npm start`: everything a newcomer needs, on one machine, with one command. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { portMustBeFree, root, startStack } = await import("./stack.mjs");
const { buildAll } = await import("./build-worker.mjs");
const { DEMO, seedDemo } = await import("./seed.mjs");

const MINUTE_MS = 60_000;
const port = Number(process.env.WEFT_PORT ?? 8787);
const simulatorPort = Number(process.env.SIMULATOR_PORT ?? 8788);
const stateDir = join(root, ".weft", "state");
const isFresh = process.argv.includes("--fresh");

async function main() {
  await portMustBeFree(port, "WEFT_PORT");
  await portMustBeFree(simulatorPort, "SIMULATOR_PORT");
  if (isFresh) rmSync(stateDir, { recursive: true, force: true });
  const isNew = !existsSync(stateDir);
  console.log("Building Weft...");
  await buildAll();
  console.log("Starting Weft and two simulated shops...");
  const stack = await startStack({ port, simulatorPort, stateDir });
  const timer = setInterval(() => void stack.tick(), MINUTE_MS);
  const end = async () => {
    clearInterval(timer);
    await stack.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void end());
  process.on("SIGTERM", () => void end());
  if (isNew) {
    console.log("Filling the demo account...");
    await seedDemo(stack).catch(async (caught) => {
      await stack.stop();
      // A half-filled demo would greet the next start; a new one is cheap.
      rmSync(stateDir, { recursive: true, force: true });
      throw caught;
    });
  }
  console.log(`
Weft is running.

  Weft            ${stack.weftUrl}
  Demo login      ${DEMO.email}  /  ${DEMO.password}

  Seller Center   ${stack.simulatorUrl}/seller-center
  PrestaShop 8    ${stack.simulatorUrl}/prestashop-8/admin
  PrestaShop 9    ${stack.simulatorUrl}/prestashop-9/admin
  PrestaShop 1.7  ${stack.simulatorUrl}/prestashop-17/admin
  Mails           ${stack.weftUrl}/outbox

Your data stays in .weft/state. Begin anew with: npm start -- --fresh
Press Ctrl+C to end.`);
}

main().catch((caught) => {
  console.error(`\n${caught instanceof Error ? caught.message : caught}`);
  process.exit(1);
});
