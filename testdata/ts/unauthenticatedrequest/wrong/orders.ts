const API = 'https://api.shop.com'
const auth = () => ({ headers: { Authorization: `Bearer ${localStorage.getItem('token') ?? ''}` } })

export const orders = () => fetch(`${API}/my/orders`, auth())
export const order = (id: string) => fetch(`${API}/my/orders/${id}`, auth())
export const basket = () => fetch(`${API}/basket`, auth())
export const pay = (id: string) => fetch(`${API}/my/orders/${id}/payments`, { method: 'POST', ...auth() })

export const me = () => fetch(`${API}/me`, auth())
export const lists = () => fetch(`${API}/lists`, auth())
export const shops = () => fetch(`${API}/shops`, auth())
export const rename = (id: string, name: string) => fetch(`${API}/lists/${id}`, { method: 'PATCH', body: name, ...auth() })

export const again = (id: string) => fetch(`${API}/my/orders/${id}`) // want "warning: `fetch` sends this request without credentials, which the project sends with them elsewhere"
export const counted = () => fetch(`${API}/my/orders`, { headers: { Accept: 'application/json' } }) // want "warning: `fetch` sends this request without credentials, which the project"
export const page = (n: number) => fetch(`${API}/my/orders?page=${n}`) // want "warning: `fetch` sends this request without"

export const addresses = () => fetch(`${API}/addresses`) // want:strict "warning: `fetch` sends this request without credentials, as 8 of \\d+ to this server are sent with them"
export const discard = () => fetch(`${API}/basket`, { method: 'DELETE' }) // want:strict "warning: `fetch` sends this request without credentials, as 8 of"
export const renamed = (id: string) => fetch(`${API}/lists/${id}`, { method: 'PATCH' }) // want "warning: `fetch` sends this request without credentials, which the project"

// The same request, but everybody may ask which lists there are.
export const listed = () => fetch(`${API}/lists`) // want:strict "warning: `fetch` sends this request without credentials, which the project sends with them elsewhere"
