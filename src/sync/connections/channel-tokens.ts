import * as z from "zod";
import type { ChannelTokens } from "../../platforms/channel";

const Tokens = z.object({
  accessToken: z.string(),
  accessExpiresAt: z.number(),
  refreshToken: z.string(),
  refreshExpiresAt: z.number(),
  sellerName: z.string(),
  openId: z.string(),
  scopes: z.array(z.string()),
});

/** A channel's tokens as the text that is sealed, and back. */
export const tokenText = {
  write: (tokens: ChannelTokens): string => JSON.stringify(tokens),
  read: (text: string): ChannelTokens => Tokens.parse(JSON.parse(text)),
};
