/** The orders of Haru Kitchen. They keep their own rules. */
export const orders = new Map<string, 'placed' | 'accepted' | 'cancelled'>();
