export async function renew() {
  const res = await fetch('/auth/refresh', { method: 'POST' })
  if (!res.ok) throw new Error('refused')
  return res.json()
}

export async function tryRenew() {
  try {
    return await renew()
  } catch {
    return null
  }
}
