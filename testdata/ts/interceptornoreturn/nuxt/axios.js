// The hooks of @nuxtjs/axios keep what they were given where nothing is
// returned, but the promise of an async one is something.
export default function ({ $axios, store, redirect }) {
  $axios.onRequest((config) => {
    config.headers.common['X-App'] = '1'
  })
  $axios.onRequest(async (config) => { // want "error: this request interceptor of `.axios` returns nothing"
    const token = await store.dispatch('token')
    if (token) config.headers.common.Authorization = `Bearer ${token}`
  })
  $axios.onResponse((response) => {
    console.log(response.status)
  })
  $axios.onResponseError(async (error) => { // want "error: this error handler of `.axios` returns nothing on some path"
    if (error.response?.status === 401) {
      await store.dispatch('logout')
      redirect('/login')
    } else {
      throw error
    }
  })
  $axios.onError((error) => {
    if (error.response?.status === 403) redirect('/')
  })
}
