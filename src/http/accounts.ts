import { channels } from "../platforms/registry";
import type { RouteTable } from "./route";

export const meRoutes: RouteTable<"GET /api/me" | "GET /api/markets"> = {
  "GET /api/me": {
    async run({ services: { settings }, viewer }) {
      const { userId, name, email, accountId, accountName, role } = viewer;
      return {
        user: { id: userId, name, email },
        account: { id: accountId, name: accountName },
        role,
        ...(settings.isDevelopment
          ? { development: { outboxPath: "/outbox", simulatorUrl: settings.simulatorUrl } }
          : {}),
      };
    },
  },

  "GET /api/markets": {
    async run() {
      const markets = Object.values(channels).flatMap((channel) => channel.markets);
      return { markets: markets.map(({ code, label }) => ({ code, label })) };
    },
  },
};
