import axios from 'axios'

export const a = (token: string) => fetch('/me', { headers: { Authorisation: `Bearer ${token}` } }) // want "spelled"
export const b = (token: string) => fetch('/me', { headers: { 'Authentication': `Bearer ${token}` } }) // want "no server"
export const c = (token: string) => axios.get('/me', { headers: { Bearer: token } }) // want "no server"
export const d = (token: string) => axios.get('/me', { header: { Authorization: `Bearer ${token}` } } as any) // want "no option"
export const e = (header: object) => axios.get('/me', { header } as any) // want "no option"
export const f = (token: string, h: Headers) => h.set('authorization:', `Bearer ${token}`) // want "colon"
export const g = (req, res) => res.json(req.headers['Authorization'], req.headers.Authorization) // want "lower case" "lower case"
