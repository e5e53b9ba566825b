import axios from 'axios'
import { format } from 'node:util'
import { t } from 'i18n-kit'

declare const token: string

// A formatter does it.
const pattern = 'Bearer %s'
export const a = axios.get('/a', { headers: { Authorization: format(pattern, token) } })
export const b = axios.get('/b', { headers: { Authorization: pattern.replace('%s', token) } })
export const c = axios.get('/c', { headers: { Authorization: t('Bearer {{token}}', { token }) } })

// The configuration of a tool, although a variable has the name.
export const http = { type: 'http', url: 'https://mcp.example.com', headers: { Authorization: 'Bearer ${token}' } }
export const local = { command: 'npx', args: ['serve'], headers: { Authorization: 'Bearer ${token}' } }

// Code that is written out.
export const generated = ['const res = await fetch(url, {', "  headers: { Authorization: 'Bearer ${token}' },", '})']
