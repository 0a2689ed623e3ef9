const database = 'makaverse.photos';
const shelf = 'photos';

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(shelf);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The photo store cannot be opened.'));
  });
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(shelf, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(shelf));
      // Kept only once the whole transaction is: a full device refuses at its end.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('The photo could not be kept.'));
    });
  } finally {
    db.close();
  }
}

/** Photos waiting on this device; they outlive a closed browser and are too large for where drafts lie. */
export const photoStore = {
  put: (id: string, photo: Blob): Promise<unknown> => within('readwrite', (store) => store.put(photo, id)),
  get: (id: string): Promise<Blob | undefined> => within('readonly', (store) => store.get(id) as IDBRequest<Blob | undefined>),
  remove: (id: string): Promise<unknown> => within('readwrite', (store) => store.delete(id)),
};
