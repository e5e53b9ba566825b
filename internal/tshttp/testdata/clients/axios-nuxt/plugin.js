export default function ({ $axios, store, redirect }) {
  $axios.onRequest((config) => {
    config.headers.common['Authorization'] = `Bearer ${store.state.token}` // header axios
  })
  $axios.onError((error) => {
    if (error.response?.status === 401) redirect('/login')
  })
  $axios.$post('/login') // sends axios POST /login authorized
}
