import { ApolloClient, InMemoryCache } from '@apollo/client'
import { setContext } from '@apollo/client/link/context'

export const auth = setContext((_, { headers }) => ({
  headers: { ...headers, authorization: `Bearer ${localStorage.getItem('token')}` }, // inside headers
}))

export const client = new ApolloClient({ uri: '/graphql', cache: new InMemoryCache(), headers: { authorization: 'x' } }) // without a link the client makes one with the headers
