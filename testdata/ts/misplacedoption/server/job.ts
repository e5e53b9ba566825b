import { readFileSync } from 'node:fs'
import axios from 'axios'

// There are no cookies and no origins in Node, whatever the options say.
export const job = () => axios.get('https://api.shop.example/me', { headers: { withCredentials: true } })
export const run = () => fetch('https://api.shop.example/me', { withCredentials: true } as any)
export const token = readFileSync('/run/token', 'utf8').trim()

// A header among the options is lost everywhere.
export const me = () => fetch('https://api.shop.example/me', { Authorization: `Bearer ${token}` } as any) // want "`Authorization` stands among the options"
