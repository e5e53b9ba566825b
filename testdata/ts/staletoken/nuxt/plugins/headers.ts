export default defineNuxtPlugin(() => {
  const mine = useCookie('mine')
  const api = $fetch.create({ baseURL: '/api', headers: { Authorization: `Bearer ${mine.value}` } }) // want "`mine.value` is read once, when the module is loaded; `api` sends that value"
  return { provide: { api } }
})
