declare const storage: { read(key: string): Promise<string> };

export async function getToken() {
  return storage.read('token');
}
export const later = async () => 'abc'; // of constant text, and a promise all the same
export const plain = async () => storage.read('token');
