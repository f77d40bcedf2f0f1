import type { Reason } from "../../src/contract/common";
import { t } from "../i18n/t";

const isShown = (url: unknown): url is string =>
  typeof url === "string" && /^https?:\/\//.test(url);

/** The pictures that a problem is about, each a link to the store's own: "an image" could be any of nine. */
export function ProblemPictures({ code, facts }: Reason) {
  if (!code.includes("image")) return null;
  const { url, urls } = facts;
  const shown = [url, ...(Array.isArray(urls) ? urls : [])].filter(isShown);
  if (shown.length === 0) return null;
  return (
    <p class="problem-pictures">
      {shown.map((each, index) => (
        <a key={each} href={each} target="_blank" rel="noreferrer">
          <img
            src={each}
            alt={t("problem.picture", { number: index + 1 })}
            width="64"
            height="64"
            loading="lazy"
          />
        </a>
      ))}
    </p>
  );
}
