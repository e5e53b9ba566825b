// Helpers that ask where they run, and nothing else.
export function tried() {
  try {
    return localStorage.getItem('tried')
  } catch {
    return null
  }
}
export const ssr = () => (typeof window === 'undefined' ? null : localStorage.getItem('ssr'))
export function early() {
  if (typeof window === 'undefined' || typeof localStorage === 'undefined') return null
  return localStorage.getItem('early')
}
export function client() {
  if (import.meta.client) {
    return localStorage.getItem('client')
  }
}
export function held() {
  let token: string | null = null
  try {
    token = localStorage.getItem('held')
  } catch (e) {
    console.warn(e)
  }
  return token
}
export function windowed() {
  if (!window) return null
  return localStorage.getItem('windowed')
}
// Helpers that do more.
export function required() {
  if (typeof window === 'undefined') return ''
  const value = localStorage.getItem('required')
  if (!value) throw new Error('not logged in')
  return value
}
export function thrown() {
  try {
    return JSON.parse(localStorage.getItem('thrown')!).access
  } catch {
    throw new Error('not logged in')
  }
}
export function fallback() {
  if (typeof window === 'undefined') return 'none'
  return localStorage.getItem('fallback') ?? 'none'
}
export function chosen(fast: boolean) {
  switch (fast) {
    case true:
      return sessionStorage.getItem('chosen')
  }
  return 'none'
}
