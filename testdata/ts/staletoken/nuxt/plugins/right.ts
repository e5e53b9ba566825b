export default defineNuxtPlugin(() => {
  const mine = useCookie('mine')
  const right = $fetch.create({
    baseURL: '/right',
    onRequest({ options }) {
      if (mine.value) options.headers.set('Authorization', `Bearer ${mine.value}`) // the ref is read for each request
    },
  })
  const later = () => $fetch('/later', { headers: { Authorization: `Bearer ${useCookie('mine').value}` } }) // read when it is called
  return { provide: { right, later } }
})
