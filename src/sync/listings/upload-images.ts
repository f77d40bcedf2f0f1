import type { ImageUse } from "../../domain/listings/image-kind";
import { asSyncError } from "../../domain/errors/sync-error";
import type { Reason } from "../../domain/errors/reason";
import { sha256Bytes } from "../../lib/sha256-bytes";
import type { ChannelSession } from "../../platforms/channel";
import type { PictureFault } from "../../domain/listings/plan-picture";
import { fetchImage, type FetchImageDeps } from "./fetch-image";
import { preparePicture, type PreparePictureDeps } from "./prepare-picture";

export interface UploadImagesDeps extends FetchImageDeps, PreparePictureDeps {
  media: {
    /** Channel uris by source address, of uploads under the same use. */
    findByUrl(use: ImageUse, urls: readonly string[]): Promise<Map<string, string>>;
    findByKey(imageKey: string): Promise<string | undefined>;
    save(saved: { imageKey: string; sourceUrl: string; channelUri: string }): Promise<void>;
  };
  channel: Pick<ChannelSession, "uploadImage">;
}

/** A picture that was made anew before it went out. */
export interface RepairedImage {
  url: string;
  faults: readonly PictureFault[];
}

export interface UploadedImages {
  /** By source address. */
  uris: Map<string, string>;
  /** Why pictures are missing. */
  reasons: Reason[];
  repaired: RepairedImage[];
}

/**
 * The channel's uris of pictures, uploading only what it does not have: an address uploaded before
 * costs no download, known bytes cost no upload. Pictures one after the other, because a Worker's
 * memory holds few of 10 MB. Throws SyncError("retry") where a later download may succeed.
 */
export async function uploadImages(
  deps: UploadImagesDeps,
  use: ImageUse,
  urls: readonly string[],
): Promise<UploadedImages> {
  const wanted = [...new Set(urls)];
  if (wanted.length === 0) return { uris: new Map(), reasons: [], repaired: [] };
  const uris = await deps.media.findByUrl(use, wanted);
  const reasons: Reason[] = [];
  const repaired: RepairedImage[] = [];
  for (const url of wanted) {
    if (uris.has(url)) continue;
    const sent = await uploadImage(deps, use, url);
    if ("reason" in sent) reasons.push(sent.reason);
    else {
      uris.set(url, sent.uri);
      if (sent.repaired.length > 0) repaired.push({ url, faults: sent.repaired });
    }
  }
  return { uris, reasons, repaired };
}

async function uploadImage(
  deps: UploadImagesDeps,
  use: ImageUse,
  url: string,
): Promise<{ uri: string; repaired: readonly PictureFault[] } | { reason: Reason }> {
  const fetched = await fetchImage(deps, url);
  if ("reason" in fetched) return fetched;
  const hash = await sha256Bytes(fetched.bytes);
  const imageKey = `${use}:${hash}`;
  const known = await deps.media.findByKey(imageKey);
  if (known !== undefined) return { uri: known, repaired: [] };
  const prepared = await preparePicture(deps, url, fetched.bytes);
  if ("reason" in prepared) return prepared;
  const { bytes, extension, repaired } = prepared;
  const fileName = `${hash.slice(0, 16)}.${extension}`;
  try {
    const { uri } = await deps.channel.uploadImage(bytes, fileName, use);
    await deps.media.save({ imageKey, sourceUrl: url, channelUri: uri });
    return { uri, repaired };
  } catch (caught) {
    const error = asSyncError(caught);
    if (error.remedy !== "merchant") throw caught;
    // The channel took the call and not the picture: which one it was is known here only.
    return { reason: { code: error.code, facts: { ...error.facts, url } } };
  }
}
