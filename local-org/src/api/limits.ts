/** Largest body of a JSON request. Metadata packages may be larger: their routes say so themselves. */
export const bodyLimit = 20 * 1024 * 1024;

/** Largest CSV of a bulk job. */
export const csvLimit = 150 * 1024 * 1024;

/** Versions of the API that are answered. */
export const oldestVersion = 50;
export const newestVersion = 65;

/** Records a query answers at once, unless the client asks for fewer. */
export const queryBatch = 2000;

/** Records of one collection request. */
export const collectionSize = 200;
