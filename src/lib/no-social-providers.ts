/**
 * Stands in the bundle for better-auth's list of social sign-ins (`[alias]` in wrangler.toml): forty providers that
 * nobody of ours can sign in by, a tenth of the Worker. With none in the list its routes refuse every provider.
 */
import * as z from "zod";

export const socialProviders = {};
export const SocialProviderListEnum = z.never();
