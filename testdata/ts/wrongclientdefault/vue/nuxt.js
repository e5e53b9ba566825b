// Good: Nuxt hands out an instance of its own, which is the one that is set up.
export default function ({ $axios, store }) {
  $axios.onRequest((config) => {
    config.headers.common.Authorization = `Bearer ${store.state.token || ''}`
  })
}
export const orders = ({ $axios }) => $axios.get('/orders')
