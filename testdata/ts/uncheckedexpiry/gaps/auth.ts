import Cookies from 'js-cookie'

const session = { token: '', expires: 0 }

export async function login(body: string) {
  const data = await (await fetch('/login', { method: 'POST', body })).json()
  session.token = data.access_token
  session.expires = data.expires_in // gap: kept in an object
  Cookies.set('expires_in', data.expires_in) // gap: a server may look at a cookie
  localStorage.setItem('shop_valid', data.expires_in) // gap: the key says nothing of it
}
export const orders = () => fetch('/orders', { headers: { Authorization: `Bearer ${session.token}` } })
