import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react'

const cookies = fetchBaseQuery({ baseUrl: 'https://api.example.com', credentials: 'include' })
const plain = fetchBaseQuery({ baseUrl: 'https://api.example.com' })

export const session = createApi({
  baseQuery: cookies,
  endpoints: (builder) => ({
    refresh: builder.mutation({ query: () => ({ url: '/auth/refresh', method: 'POST' }) }), // the base query sends them
  }),
})

export const account = createApi({
  baseQuery: async (args, store, extra) => plain(args, store, extra),
  endpoints: (builder) => ({
    login: builder.mutation({ query: (body) => ({ url: '/login', method: 'POST', body }) }), // want "warning: this login goes to another origin without credentials"
  }),
})
