/** So many of a product belong to the menu. One product may stand in several lines. */
export type MenuLine = { productId: string; quantity: number };

/** A row of the table `menus`. Prices are whole won. */
export type MenuRow = { id: string; price: number; isDisplayed: boolean; lines: MenuLine[] };
