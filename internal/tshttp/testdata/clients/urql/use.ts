import { Client, createClient, fetchExchange } from 'urql'
import { createClient as core } from '@urql/core'
import { authExchange } from '@urql/exchange-auth'
import { createClient as redis } from 'redis'

export const one = createClient({ // client urql https://api.example.com/graphql
  url: 'https://api.example.com/graphql',
  exchanges: [fetchExchange],
  fetchOptions: () => ({ headers: { authorization: `Bearer ${localStorage.getItem('token')}` } }), // header urql
})
export const two = new Client({ url: '/graphql', exchanges: [fetchExchange], fetchOptions: { credentials: 'include' } }) // client urql /graphql credentials
export const three = core({ // client urql https://c.example.com/graphql
  url: 'https://c.example.com/graphql',
  exchanges: [
    authExchange(async (utils) => ({
      addAuthToOperation: (operation) => utils.appendHeaders(operation, { Authorization: `Bearer ${localStorage.getItem('token')}` }), // header urql
      didAuthError: () => false,
      refreshAuth: async () => {},
    })),
    fetchExchange,
  ],
})
redis({ url: 'redis://cache' }) // silent: another createClient
