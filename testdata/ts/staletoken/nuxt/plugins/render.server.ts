export default defineNuxtPlugin(() => {
  const mine = useCookie('mine')
  const rendered = $fetch.create({ baseURL: '/rendered', headers: { Authorization: `Bearer ${mine.value}` } }) // on the server, where a plugin runs for each page
  return { provide: { rendered } }
})
