import { createApi, fetchBaseQuery as query, retry } from '@reduxjs/toolkit/query/react'
import axios from 'axios'

const base = query({ // client fetchBaseQuery https://api.example.com credentials
  baseUrl: 'https://api.example.com',
  credentials: 'include',
  prepareHeaders: (headers, { getState }) => {
    headers.set('authorization', `Bearer ${(getState() as any).auth.token}`) // header fetchBaseQuery
    return headers
  },
})
const reauth: typeof base = async (args, api, extra) => {
  let result = await base(args, api, extra) // sends fetchBaseQuery ? https://api.example.com‹args› credentials authorized
  if (result.error?.status === 401) {
    await base('/refresh', api, extra) // sends fetchBaseQuery GET https://api.example.com/refresh credentials authorized
    result = await base(args, api, extra) // sends fetchBaseQuery ? https://api.example.com‹args› credentials authorized
  }
  return result
}
export const api = createApi({
  baseQuery: retry(reauth, { maxRetries: 1 }),
  endpoints: (build) => ({
    login: build.mutation<void, object>({ query: (body) => ({ url: '/login', method: 'POST', body }) }), // sends fetchBaseQuery POST https://api.example.com/login credentials authorized
    me: build.query({ query: () => '/me' }), // sends fetchBaseQuery GET https://api.example.com/me credentials authorized
    block: build.mutation({ // sends fetchBaseQuery PUT https://api.example.com/block credentials authorized
      query() {
        return { url: '/block', method: 'PUT', headers: { Authorization: `Bearer ${localStorage.getItem('t')}` } } // header fetchBaseQuery
      },
    }),
  }),
})
export const more = api.injectEndpoints({
  endpoints: (build) => ({
    logout: build.mutation({ query: () => ({ url: '/logout', method: 'POST' }) }), // sends fetchBaseQuery POST https://api.example.com/logout credentials authorized
  }),
})

// A base query of the project that sends through axios.
const instance = axios.create({ baseURL: 'https://axios.example.com', withCredentials: true }) // client axios https://axios.example.com credentials
const axiosBaseQuery =
  () =>
  async ({ url, method, data }: { url: string; method: string; data?: object }) => ({ data: (await instance({ url, method, data })).data }) // sends axios ? https://axios.example.com‹url› credentials
export const other = createApi({
  baseQuery: axiosBaseQuery(),
  endpoints: (build) => ({
    login: build.mutation<void, object>({ query: (data) => ({ url: '/login', method: 'POST', data }) }), // sends axios POST https://axios.example.com/login credentials
  }),
})
