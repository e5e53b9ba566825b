// A hook of @nuxtjs/axios: what it returns takes the place of the failure.
export default function ({ $axios, store, redirect }) {
  $axios.onResponseError(async (error) => {
    if (error.response && error.response.status === 401) {
      store.commit('logout')
      return Promise.reject(error)
    }
    return error // want "error: this error handler of `.axios` returns the error, so the failed request succeeds"
  })
  $axios.onError((error) => {
    if (error.code === 'ECONNABORTED') redirect('/offline') // returns nothing: Nuxt rejects
  })
  $axios.onError((error) => {
    console.error(error)
    Promise.reject(error) // Nuxt rejects with the same
  })
  $axios.onResponseError((error) => error.code === 'E' && false) // falsy: Nuxt rejects
}
