export async function refresh() {
  const res = await fetch('/auth/refresh', { method: 'POST' })
  if (!res.ok) throw new Error('refused')
  return (await res.json()).token as string
}
export const logout = () => localStorage.clear()
