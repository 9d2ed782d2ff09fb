/** A row of the table `menus`: a set in the delivery app. `price` null: it is not offered. Prices are whole won. */
export type MenuRow = {
  id: string;
  lines: { productId: string; quantity: number }[];
  price: number | null;
};
