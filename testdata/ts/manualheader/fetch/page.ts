const token = localStorage.getItem('token') || ''

export const a = () => fetch('/api/a', { headers: { Authorization: `Bearer ${token}` } }) // want "advice: this header is written by hand for 3 calls of `fetch`"
export const b = () => fetch('/api/b', { headers: { Authorization: `Bearer ${token}` } })
export const c = () => fetch('/api/c', { method: 'POST', headers: { Authorization: `Bearer ${token}` } })
