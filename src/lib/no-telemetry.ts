/** Stands in the bundle for better-auth's telemetry (`[alias]` in wrangler.toml): Weft tells nobody how it is used. */
export const createTelemetry = () => Promise.resolve({ publish: () => Promise.resolve() });
export const getTelemetryAuthConfig = () => ({});
