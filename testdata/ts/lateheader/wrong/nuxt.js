// setHeader of @nuxtjs/axios changes defaults, which are merged already when the hook runs.
export default function ({ $axios, store }) {
  $axios.onRequest((config) => {
    if (store.state.token) $axios.setHeader('Authorization', `Bearer ${store.state.token}`) // want "`\\$axios.setHeader` changes only later requests"
  })
}
