import { later } from "../shell/later";
import { Skeleton } from "./states";

/** The combobox, whose code is as large as a page, once a page shows one. */
export const Combobox = later(() => import("./combobox"), <Skeleton lines={1} />);
