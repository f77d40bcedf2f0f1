import { updateOf } from "./update-offers";

export const updateStock = updateOf("stock");
