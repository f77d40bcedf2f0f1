/** Channels call https addresses on the standard port only. */
export function webhookAddress(publicUrl: string, platform: string): string | undefined {
  const url = new URL(`/webhooks/${platform}`, publicUrl);
  return url.protocol === "https:" && url.port === "" ? url.href : undefined;
}
