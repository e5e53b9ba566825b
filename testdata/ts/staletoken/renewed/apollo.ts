import { ApolloClient, HttpLink, InMemoryCache, from } from '@apollo/client'
import { setContext } from '@apollo/client/link/context'

// The link before it writes the header of each request.
const http = new HttpLink({ uri: '/graphql', headers: { authorization: `Bearer ${localStorage.getItem('token')}` } })
const auth = setContext((_, { headers }) => ({ headers: { ...headers, authorization: `Bearer ${localStorage.getItem('token')}` } }))
export const client = new ApolloClient({ link: from([auth, http]), cache: new InMemoryCache() })
