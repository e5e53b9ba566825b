export async function post(path: string, body: object) {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  return response.json();
}

export async function postChecked(path: string, body: object) {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error('refused');
  return response.json();
}

export function raise(response: Response) {
  if (response.status >= 400) throw new Error('refused');
}

export const store = (token: string) => localStorage.setItem('token', token);
