export const last = (token?: string) => fetch('/me', { headers: { Authorization: `Bearer ${token || localStorage.getItem('token') || ''}` } }) // a fallback of the fallback
export const asked = (given?: string) => // the stored one is asked about
  fetch('/me', { headers: { Authorization: `Bearer ${localStorage.getItem('token') ? localStorage.getItem('token') : given}` } })
export const denied = (token?: string) => fetch('/me', { headers: { Authorization: !localStorage.getItem('token') ? '' : `Bearer ${localStorage.getItem('token')}` } })
