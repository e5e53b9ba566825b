export async function refresh(): Promise<string> {
  const res = await fetch('/auth/refresh', { method: 'POST' });
  return (await res.json()).accessToken;
}
