/** Which repository methods publish in Spring Data, as a function of name and number of parameters. */

// #region rule
export function publishes(method: string, parameters: number): boolean {
  return parameters === 1 && (method.startsWith('save') || PUBLISHING_DELETES.has(method));
}

const PUBLISHING_DELETES = new Set(['delete', 'deleteAll', 'deleteInBatch', 'deleteAllInBatch']);
// #endregion rule
