// The server reads these names, so they are right here.
export const a = (token: string) => fetch('/api/me', { headers: { Authentication: `Bearer ${token}` } })
export const b = (token: string) => fetch('/api/me', { headers: { Authorisation: `Bearer ${token}` } })
export const c = (token: string) => fetch('/api/me', { headers: { Bearer: token } })
export const d = (token: string) => fetch('/api/me', { headers: { Auth: `Bearer ${token}` } }) // want "the credentials are sent in `Auth`"
