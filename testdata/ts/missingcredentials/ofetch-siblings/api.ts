import { $fetch } from 'ofetch'

const API = 'https://api.example.com'

export const login = (body: object) => $fetch(`${API}/login`, { method: 'POST', body }) // want "warning: this login goes to another origin without credentials"
export const me = () => $fetch(`${API}/me`, { credentials: 'include' }) // the sibling that sends them
export const refresh = () => $fetch(`${API}/auth/refresh`, { method: 'POST', credentials: 'include' }) // sends them
