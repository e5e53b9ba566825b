export default defineNuxtPlugin({
  name: 'object',
  setup() {
    const headers = { Authorization: `Bearer ${useCookie('mine').value}` } // want "`useCookie\\('mine'\\).value` is read once"
    const object = $fetch.create({ baseURL: '/object', headers })
    return { provide: { object } }
  },
})
