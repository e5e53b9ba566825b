// A wrapper's own fetch is one with the calls of the wrapper.
export async function send(path: string, init: RequestInit = {}) {
  const token = localStorage.getItem('token')
  return fetch('https://api.shop.com' + path, { ...init, headers: { ...init.headers, Authorization: `Bearer ${token ?? ''}` } })
}

export const orders = () => send('/my/orders')
export const order = (id: string) => send(`/my/orders/${id}`)
export const basket = () => send('/my/basket')
export const pay = () => send('/basket/my/orders', { method: 'POST' })

export const again = () => fetch('https://api.shop.com/my/orders') // want "warning: `fetch` sends this request without"
