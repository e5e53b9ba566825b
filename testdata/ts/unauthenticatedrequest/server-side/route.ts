'use server'
// On a server too the token belongs to the request.
const API = 'https://api.shop.com'

export const orders = (token: string) => fetch(`${API}/orders`, { headers: { Authorization: `Bearer ${token}` } })
export const order = (token: string, id: string) => fetch(`${API}/orders/${id}`, { headers: { Authorization: `Bearer ${token}` } })
export const basket = (token: string) => fetch(`${API}/basket`, { headers: { Authorization: `Bearer ${token}` } })
export const lists = (token: string) => fetch(`${API}/users/me`, { headers: { Authorization: `Bearer ${token}` } })

export const again = (token: string) => fetch(`${API}/users/me`) // want "warning: `fetch` sends this request without"
