/** Units of a product, all variants together, from which on few are left. */
export const LOW_STOCK = 5;
