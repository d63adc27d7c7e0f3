import type { QueuedAnswer } from './model'

/** Where answers wait; survives closing the page wherever the browser can keep things. */
export interface QueueStore {
  durable: boolean
  all: () => Promise<QueuedAnswer[]>
  put: (item: QueuedAnswer) => Promise<void>
  remove: (id: string) => Promise<void>
}

const DATABASE = 'waypost'
const ANSWERS = 'answers'

export function memoryStore(): QueueStore {
  const items = new Map<string, QueuedAnswer>()
  return {
    durable: false,
    all: async () => [...items.values()],
    put: async (item) => void items.set(item.id, item),
    remove: async (id) => void items.delete(id),
  }
}

/** IndexedDB, or memory where the browser forbids it (private windows). */
export async function openStore(): Promise<QueueStore> {
  try {
    return databaseStore(await openDatabase())
  } catch {
    return memoryStore()
  }
}

function databaseStore(database: IDBDatabase): QueueStore {
  const run = <T>(mode: IDBTransactionMode, ask: (answers: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(ANSWERS, mode)
      const request = ask(transaction.objectStore(ANSWERS))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  return {
    durable: true,
    all: () => run<QueuedAnswer[]>('readonly', (answers) => answers.getAll()),
    put: async (item) => void (await run('readwrite', (answers) => answers.put(item))),
    remove: async (id) => void (await run('readwrite', (answers) => answers.delete(id))),
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(ANSWERS, { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('blocked'))
  })
}
