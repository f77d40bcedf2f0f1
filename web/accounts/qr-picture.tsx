import { encode } from "uqr";
import { t } from "./texts";
import "./qr-picture.css";

/** Cameras want that many empty modules around the code. */
const QUIET = 4;

/** An address as a picture for a telephone's camera; black on white in every theme. */
export default function QrPicture({ address }: { address: string }) {
  const { data, size } = encode(address, { border: QUIET });
  return (
    <svg
      class="qr-picture"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t("account.factorPicture")}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={pathOf(data)} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}

/** One square for each dark module. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
}
