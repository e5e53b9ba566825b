import { redirect } from '@sveltejs/kit'

export const load = async ({ cookies, locals, fetch }) => {
  const mine = cookies.get('access')
  if (!mine) redirect(302, '/login')
  const cart = await fetch('https://api.shop.io/cart', { headers: { Authorization: `Bearer ${mine}` } }) // tested
  if (!locals.access) redirect(302, '/login')
  const list = await fetch('https://api.shop.io/list', { headers: { Authorization: `Bearer ${locals.access}` } }) // tested
  return { cart: await cart.json(), list: await list.json() }
}
