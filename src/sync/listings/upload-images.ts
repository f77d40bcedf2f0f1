import { imageKind, type ImageUse } from "../../domain/listings/image-kind";
import { asSyncError } from "../../domain/errors/sync-error";
import type { Reason } from "../../domain/errors/reason";
import { sha256Bytes } from "../../lib/sha256-bytes";
import type { ChannelSession } from "../../platforms/channel";
import { fetchImage, type FetchImageDeps } from "./fetch-image";

export interface UploadImagesDeps extends FetchImageDeps {
  media: {
    /** Channel uris by source address, of uploads under the same use. */
    findByUrl(use: ImageUse, urls: readonly string[]): Promise<Map<string, string>>;
    findByKey(imageKey: string): Promise<string | undefined>;
    save(saved: { imageKey: string; sourceUrl: string; channelUri: string }): Promise<void>;
  };
  channel: Pick<ChannelSession, "uploadImage">;
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
): Promise<{ uris: Map<string, string>; reasons: Reason[] }> {
  const wanted = [...new Set(urls)];
  if (wanted.length === 0) return { uris: new Map(), reasons: [] };
  const uris = await deps.media.findByUrl(use, wanted);
  const reasons: Reason[] = [];
  for (const url of wanted) {
    if (uris.has(url)) continue;
    const sent = await uploadImage(deps, use, url);
    if ("uri" in sent) uris.set(url, sent.uri);
    else reasons.push(sent.reason);
  }
  return { uris, reasons };
}

async function uploadImage(
  deps: UploadImagesDeps,
  use: ImageUse,
  url: string,
): Promise<{ uri: string } | { reason: Reason }> {
  const fetched = await fetchImage(deps, url);
  if ("reason" in fetched) return fetched;
  const kind = imageKind(fetched.bytes);
  if (!kind) return { reason: { code: "listing.image_unsupported", facts: { url } } };
  const hash = await sha256Bytes(fetched.bytes);
  const imageKey = `${use}:${hash}`;
  const known = await deps.media.findByKey(imageKey);
  if (known !== undefined) return { uri: known };
  const fileName = `${hash.slice(0, 16)}.${kind.extension}`;
  try {
    const { uri } = await deps.channel.uploadImage(fetched.bytes, fileName, use);
    await deps.media.save({ imageKey, sourceUrl: url, channelUri: uri });
    return { uri };
  } catch (caught) {
    const error = asSyncError(caught);
    if (error.remedy !== "merchant") throw caught;
    // The channel took the call and not the picture: which one it was is known here only.
    return { reason: { code: error.code, facts: { ...error.facts, url } } };
  }
}
