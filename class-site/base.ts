/** Where the class's site stands on its host. */
export const base = '/training/ddd/';
