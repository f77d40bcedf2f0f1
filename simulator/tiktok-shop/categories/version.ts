import type { Context } from "../context";
import { ApiError } from "../envelope";

/**
 * The version of the tree that a call names; the API's default is `v1`. Refuses `v1` where a market
 * requires `v2`.
 */
export function checkVersion(context: Context, region: string, given: string): "v1" | "v2" {
  if (given === "v2") return "v2";
  if (given !== "" && given !== "v1")
    throw new ApiError(12052910, "Invalid input parameters. category_version must be v1 or v2.");
  if (!context.switches().categoryVersionRequired.includes(region)) return "v1";
  throw new ApiError(
    12052217,
    "Incorrect category version. Specify 'category_version=v2' for this shop.",
  );
}
