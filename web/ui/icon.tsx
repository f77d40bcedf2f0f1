import "./icon.css";

/** Line icons on a 24 grid; decorative always, the label is the neighbour's text. */
const PATHS = {
  home: "M4 11.5 12 5l8 6.5M6.5 10v9h11v-9M10 19v-5h4v5",
  products: "M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8",
  categories: "M4 5h7v6H4zM13 5h7v6h-7zM4 14h7v5H4zM13 14h7v5h-7z",
  orders: "M6 4h12l1 16-3-1.5-2 1.5-2-1.5-2 1.5-2-1.5L5 20zM9 9h6M9 13h4",
  tasks:
    "M4 6.5l1.5 1.5L8 5M4 13l1.5 1.5L8 11.5M4 19.500l1.500 1.500L8 18M11.500 6.500H20M11.500 13H20M11.500 19.500H20",
  activity: "M3 12h4l3-7 4 14 3-7h4",
  health:
    "M12 3l7.500 3v5.500c0 4.500-3.200 8-7.500 9.500-4.300-1.500-7.500-5-7.500-9.500V6zM8.500 12l2.500 2.500 4.500-5",
  minus: "M6 12h12",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.800v4.400M9 14.800v4.400",
  plus: "M12 5v14M5 12h14",
  more: "M5.500 12h.01M12 12h.01M18.500 12h.01",
  chevron: "M9 6l6 6-6 6",
  down: "M6 9l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  check: "M5 12.500l4.500 4.500L19 7.500",
  copy: "M9 9h10v11H9zM5 15V4h10",
  alert: "M12 4l9 16H3zM12 10v4M12 17h.01",
  help: "M9.500 9.500a2.500 2.500 0 1 1 3.600 2.200c-.7.400-1.100.9-1.100 1.800M12 17h.01M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z",
  search: "M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM16.500 16.500L21 21",
  out: "M14 5h5v5M19 5l-8 8M17 14v5H5V7h5",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400",
  moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z",
  image: "M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15.500 9h.01",
  refresh: "M20 11a8 8 0 0 0-14-4.500L4 9M4 4v5h5M4 13a8 8 0 0 0 14 4.500l2-2.500M20 20v-5h-5",
  menu: "M4 7h16M4 12h16M4 17h16",
  inbox: "M4 13l3-8h10l3 8v6H4zM4 13h5l1 2.500h4l1-2.500h5",
  store:
    "M4 9l1.500-5h13L20 9M4 9v11h16V9M4 9c0 3 4 3 4 0 0 3 4 3 4 0 0 3 4 3 4 0 0 3 4 3 4 0M10 20v-5h4v5",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class={name === "more" ? "icon icon-heavy" : "icon"}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
