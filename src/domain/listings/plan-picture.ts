/** What has to be done to a picture before TikTok Shop shows it whole and in its own colours. */
import type { PictureFacts } from "./picture-facts";

/** What is wrong with a picture, as people are told. */
export const PICTURE_FAULTS = [
  "kind",
  "heavy",
  "large",
  "small",
  "shape",
  "see_through",
  "print_colours",
  "turned",
  "moving",
] as const;
export type PictureFault = (typeof PICTURE_FAULTS)[number];

/** How it is made anew: fitted into so many pixels, what is left over or seen through white. */
export interface PictureRemedy {
  faults: readonly PictureFault[];
  width: number;
  height: number;
  format: "image/jpeg" | "image/png";
}

export type PicturePlan =
  | { act: "send" }
  | { act: "refuse"; code: "listing.image_too_small" }
  /** `mayGoAsIs`: the channel takes it, though not at its best. */
  | { act: "repair"; remedy: PictureRemedy; mayGoAsIs: boolean };

/** The channel takes no larger file. */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;
/** The channel takes no picture with a shorter side, in pixels; enlarging one shows nothing. */
const SHORTEST = 100;
/** In the gallery: the channel's limits, and what a picture is enlarged to. */
const LEAST = 300;
const ENLARGED = 600;
const MOST = 4_000;
/** Sides of what is sent as PNG or was too heavy, so that it is light afterwards. */
const MOST_HEAVY = 2_000;
/** Outside of these the channel makes a square of it by itself, and cuts. */
const NARROWEST = 3 / 4;
const WIDEST = 4 / 3;

/** Pictures of the gallery and of options are held to the same. */
export function planPicture(facts: PictureFacts): PicturePlan {
  const { width, height } = facts;
  if (Math.min(width, height) < SHORTEST) return { act: "refuse", code: "listing.image_too_small" };
  const faults = faultsOf(facts);
  if (faults.length === 0) return { act: "send" };
  const isTaken = !faults.some((fault) => HARD.has(fault));
  return {
    act: "repair",
    remedy: { faults, ...frameOf(facts), format: formatOf(facts) },
    mayGoAsIs: isTaken,
  };
}

/** With these the channel refuses it. */
const HARD: ReadonlySet<PictureFault> = new Set(["kind", "heavy", "large", "small"]);

function faultsOf(facts: PictureFacts): PictureFault[] {
  const { width, height, kind } = facts;
  const found: Record<PictureFault, boolean> = {
    kind: kind === "gif" || kind === "avif",
    heavy: facts.bytes > MAX_PICTURE_BYTES,
    large: Math.max(width, height) > MOST,
    small: Math.min(width, height) < LEAST,
    shape: isOddShape(facts),
    see_through: facts.hasAlpha && kind !== "gif",
    print_colours: facts.isCmyk,
    turned: facts.isTurned,
    moving: facts.isAnimated && kind !== "gif",
  };
  return PICTURE_FAULTS.filter((fault) => found[fault]);
}

const isOddShape = ({ width, height }: PictureFacts) =>
  width / height < NARROWEST || width / height > WIDEST;

/** A square where the shape is odd, else its own shape, in both cases within what the gallery takes. */
function frameOf(facts: PictureFacts): { width: number; height: number } {
  const { width, height } = facts;
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  const isBig = facts.hasAlpha || facts.bytes > MAX_PICTURE_BYTES;
  const most = isBig ? MOST_HEAVY : MOST;
  if (isOddShape(facts)) {
    const side = Math.min(most, Math.max(ENLARGED, long));
    return { width: side, height: side };
  }
  const enlarged = short < LEAST ? ENLARGED / short : 1;
  const scale = Math.min(enlarged, most / long);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** What may be seen through stays a PNG: its edges are of few colours. */
const formatOf = ({ hasAlpha }: PictureFacts) => (hasAlpha ? "image/png" : "image/jpeg");
