import { redirect } from '@sveltejs/kit'

export const load = async ({ cookies, fetch }) => {
  const all = await fetch('https://api.shop.io/all', { headers: { Authorization: `Bearer ${cookies.get('access')}` } }) // want "`cookies.get\\('access'\\)` is undefined"
  return { all: await all.json() }
}
