import { updateOf } from "./update-offers";

export const updatePrice = updateOf("price");
