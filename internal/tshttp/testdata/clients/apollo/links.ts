import { ApolloClient, ApolloLink, createHttpLink, from, HttpLink as Http, InMemoryCache, split } from '@apollo/client'
import { setContext } from '@apollo/client/link/context'
import { onError } from '@apollo/client/link/error'
import { SetContextLink } from '@apollo/client/link/context'

const http = createHttpLink({ uri: 'https://api.example.com/graphql', credentials: 'include' }) // client Apollo https://api.example.com/graphql credentials
const authorize = setContext((_, { headers }) => ({
  headers: { ...headers, authorization: `Bearer ${localStorage.getItem('token')}` }, // header Apollo
}))
export const client = new ApolloClient({ link: authorize.concat(http), cache: new InMemoryCache() }) // client Apollo

const second = new Http({ uri: 'https://second.example.com/graphql' }) // client Apollo https://second.example.com/graphql
const middleware = new ApolloLink((operation, forward) => {
  operation.setContext({ headers: { authorization: `Bearer ${localStorage.getItem('token')}` } }) // header Apollo
  return forward(operation)
})
const merge = new ApolloLink((operation, forward) => {
  operation.setContext(({ headers = {} }) => ({ headers: { ...headers, authorization: `Bearer ${localStorage.getItem('token')}` } })) // header Apollo
  return forward(operation)
})
const errors = onError(() => {})
const wire = split(() => true, errors, ApolloLink.from([middleware, merge, second]))
new ApolloClient({ link: from([errors, wire]), cache: new InMemoryCache() }) // client Apollo

const third = new SetContextLink(({ headers }) => ({ headers: { ...headers, authorization: `Bearer ${localStorage.getItem('token')}` } })) // header Apollo
new ApolloClient({ link: third.concat(new Http({ uri: '/graphql' })), cache: new InMemoryCache() }) // client Apollo | client Apollo /graphql

const nobody = setContext(() => ({ headers: { authorization: `Bearer ${localStorage.getItem('token')}` } })) // header ?
export { nobody }
