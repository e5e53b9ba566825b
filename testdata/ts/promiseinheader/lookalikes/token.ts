export async function getToken(): Promise<string> {
  return 'abc';
}
export function getStored() {
  return sessionStorage.getItem('token') ?? '';
}
