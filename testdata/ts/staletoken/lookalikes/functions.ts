import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react'
import { createClient, fetchExchange } from 'urql'
import { computed, ref } from 'vue'
import axios from 'axios'

// Functions that the libraries call for each request.
export const api = createApi({
  baseQuery: fetchBaseQuery({
    baseUrl: '/api',
    prepareHeaders: (headers) => {
      headers.set('authorization', `Bearer ${localStorage.getItem('token')}`)
      return headers
    },
  }),
  endpoints: () => ({}),
})
export const graph = createClient({
  url: '/graphql',
  exchanges: [fetchExchange],
  fetchOptions: () => ({ headers: { authorization: `Bearer ${localStorage.getItem('token')}` } }),
})

// Computed anew when the token changes.
const token = ref(localStorage.getItem('token'))
export const client = computed(() => axios.create({ headers: { Authorization: `Bearer ${token.value}` } }))
export const setToken = (t: string) => {
  token.value = t
}
