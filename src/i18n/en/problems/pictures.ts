import type { ProblemWording } from "../../base/wording";
import { fact } from "../facts";
import { NOT_SENT } from "./sentences";

/** What was wrong with pictures and is repaired, in words. */
const PICTURE_FAULTS: Readonly<Record<string, string>> = {
  kind: "another kind of file",
  heavy: "lighter",
  large: "smaller",
  small: "larger",
  shape: "on a white square",
  see_through: "on white",
  print_colours: "in colours of screens",
  turned: "upright",
  moving: "the first of a moving one",
};

const pictureFaults = (faults: unknown): string =>
  (Array.isArray(faults) ? faults : [])
    .map((fault) => PICTURE_FAULTS[String(fault)] ?? String(fault))
    .join(", ");

/** What becomes of the pictures of listings. */
export const pictureProblems = {
  "listing.image_unavailable": {
    what: "An image cannot be loaded from the store.",
    means: NOT_SENT,
    act: "Check that the image opens in a browser, then push again.",
  },
  "listing.image_too_small": {
    what: (f) => `An image is only ${fact(f, "width")} x ${fact(f, "height")} pixels.`,
    means: NOT_SENT,
    act: "Use images of 600 pixels or more each way in PrestaShop, then pull and push.",
  },
  "listing.image_not_repaired": {
    what: "An image has to be made anew for TikTok Shop, and that cannot be done now.",
    means: NOT_SENT,
    act: "Use JPG of 600 to 4,000 pixels each way and at most 10 MB in PrestaShop, then pull and push.",
  },
  "listing.image_unreadable": {
    what: "An image is damaged or no image at all.",
    means: NOT_SENT,
    act: "Upload the image again in PrestaShop, then pull and push.",
  },
  "listing.image_unsupported": {
    what: "An image is of a kind TikTok Shop does not take.",
    means: NOT_SENT,
    act: "Use JPG or PNG in PrestaShop, then pull and push.",
  },
  "listing.image_too_large": {
    what: "An image is too large.",
    means: NOT_SENT,
    act: "Use images of at most 10 MB in PrestaShop, then pull and push.",
  },
  "listing.images_repaired": {
    what: (f) => `Pictures were made anew for TikTok Shop: ${pictureFaults(f["faults"])}.`,
    means: "Your store's own pictures stay as they are.",
    act: "Look at them on TikTok Shop.",
  },
  "listing.images_left_out": {
    what: "The product was sent without a picture that cannot be used.",
    means: "It is listed with its other pictures.",
    act: "Upload the picture again in PrestaShop as JPG or PNG of at most 10 MB, then pull and push.",
  },
  "listing.option_images_left_out": {
    what: "The product was sent without the pictures of its options.",
    means:
      "TikTok Shop takes a picture for every value of an option or for none, and one cannot be used.",
    act: "Upload the picture again in PrestaShop as JPG or PNG of at most 10 MB, then pull and push.",
  },
} satisfies Record<string, ProblemWording>;
