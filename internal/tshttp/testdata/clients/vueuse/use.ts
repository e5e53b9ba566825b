import { createFetch, useFetch } from '@vueuse/core'

const useApi = createFetch({ // client VueUse https://api.example.com
  baseUrl: 'https://api.example.com',
  options: {
    beforeFetch({ options }) {
      options.headers = { ...options.headers, Authorization: `Bearer ${localStorage.getItem('token') ?? ''}` } // header VueUse
      return { options }
    },
  },
})

export const me = () => useApi('/me').json() // sends VueUse GET https://api.example.com/me authorized
export const login = () => useApi('/login').post({ name: 'a' }) // sends VueUse POST https://api.example.com/login authorized

const withHeaders = createFetch({ baseUrl: '/b', fetchOptions: { headers: { Authorization: `Bearer ${sessionStorage.token ?? ''}` } } }) // client VueUse /b | header VueUse
export const b = () => withHeaders('/me') // sends VueUse GET /b/me authorized

export const plain = () => useFetch('/plain', { method: 'POST' }) // sends VueUse POST /plain
