import type { accountRoutes } from "../contract/accounts";
import type { Handlers } from "./call";

export const accountHandlers: Handlers<typeof accountRoutes> = {
  async "GET /api/me"({ services: { settings }, viewer }) {
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

  async "GET /api/markets"({ services }) {
    const markets = services.channelPlatforms().flatMap((channel) => channel.markets);
    return { markets: markets.map(({ code, label }) => ({ code, label })) };
  },
};
