import type { AppContext } from "./context";

export const isHttps = (publicUrl: string) => publicUrl.startsWith("https://");

/** `__Host-` pins the cookie to this very host; browsers refuse it on plain http. */
export const cookiePrefix = (publicUrl: string) => (isHttps(publicUrl) ? "__Host-" : "");

/** The value of one of our cookies; "" where there is none. */
export function readCookie(c: AppContext, name: string): string {
  const whole = `${cookiePrefix(c.var.services.settings.publicUrl)}${name}=`;
  const pairs = (c.req.header("cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(whole))?.slice(whole.length) ?? "";
}

/** A line of "set-cookie": for this host only, out of reach of scripts. */
export function writeCookie(c: AppContext, name: string, value: string, seconds: number): string {
  const { publicUrl } = c.var.services.settings;
  const secure = isHttps(publicUrl) ? "; Secure" : "";
  const lasting = `Max-Age=${seconds}; Path=/; HttpOnly${secure}; SameSite=Lax`;
  return `${cookiePrefix(publicUrl)}${name}=${value}; ${lasting}`;
}
