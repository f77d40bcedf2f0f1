/** The module in an installation of two shops, put there by the console, which looks at the first alone. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute, installAnew, rows, storeUrl, uninstall } from "./local-store";

const SECOND = "Second shop of the test";

describe(`the module in two shops of the store at ${storeUrl}`, () => {
  beforeAll(async () => {
    await execute(
      `INSERT INTO ps_shop (id_shop_group, name, color, id_category, theme_name, active, deleted) SELECT id_shop_group, '${SECOND}', '', id_category, theme_name, 1, 0 FROM ps_shop ORDER BY id_shop LIMIT 1`,
    );
    await execute(
      `INSERT INTO ps_shop_url (id_shop, domain, domain_ssl, physical_uri, virtual_uri, main, active) SELECT (SELECT id_shop FROM ps_shop WHERE name = '${SECOND}'), domain, domain_ssl, physical_uri, 'second/', 1, 1 FROM ps_shop_url ORDER BY id_shop_url LIMIT 1`,
    );
    await setSeveral("1");
  });
  afterAll(async () => {
    await uninstall();
    await setSeveral("0");
    for (const table of ["shop_url", "module_shop", "hook_module"])
      await execute(
        `DELETE FROM ps_${table} WHERE id_shop = (SELECT id_shop FROM ps_shop WHERE name = '${SECOND}')`,
      );
    await execute(`DELETE FROM ps_shop WHERE name = '${SECOND}'`);
  });

  async function setSeveral(value: "0" | "1"): Promise<void> {
    await execute("DELETE FROM ps_configuration WHERE name = 'PS_MULTISHOP_FEATURE_ACTIVE'");
    await execute(
      `INSERT INTO ps_configuration (name, value, date_add, date_upd) VALUES ('PS_MULTISHOP_FEATURE_ACTIVE', '${value}', NOW(), NOW())`,
    );
  }

  it("is active in both, and hears every hook in both", async () => {
    await installAnew();
    const active = await rows(
      "SELECT id_shop FROM ps_module_shop JOIN ps_module USING (id_module) WHERE name = 'weft'",
    );
    expect(active).toHaveLength(2);
    const registered = await rows(
      "SELECT h.id_shop, COUNT(*) AS hooks FROM ps_hook_module h JOIN ps_module USING (id_module) WHERE name = 'weft' GROUP BY h.id_shop",
    );
    expect(registered).toHaveLength(2);
    expect(new Set(registered.map((row) => row["hooks"])).size).toBe(1);
  });
});
