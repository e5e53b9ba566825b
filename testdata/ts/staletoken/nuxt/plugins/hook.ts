export default defineNuxtPlugin(() => {
  const mine = localStorage.getItem('mine') // want "`localStorage.getItem\\('mine'\\)` is read once"
  const hooked = $fetch.create({
    baseURL: '/hooked',
    onRequest({ options }) {
      options.headers.set('Authorization', `Bearer ${mine}`)
    },
  })
  return { provide: { hooked } }
})
