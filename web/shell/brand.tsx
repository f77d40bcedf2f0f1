import "./brand.css";

export function Brand() {
  return (
    <span class="brand">
      <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="9" />
        <path class="brand-weft" d="M6 12h5M15 12h11M6 20h11M21 20h5" />
        <path class="brand-warp" d="M13 6v11M13 21v5M19 6v3.400M19 14.600V26" />
      </svg>
      Weft
    </span>
  );
}
