import { createClient, fetchExchange } from 'urql'

// c: options that are made once
export const graph = createClient({
  url: '/graphql',
  exchanges: [fetchExchange],
  fetchOptions: { headers: { authorization: `Bearer ${localStorage.getItem('u1')}` } }, // want "`graph` sends"
})
