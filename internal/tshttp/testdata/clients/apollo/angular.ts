import { HttpLink } from 'apollo-angular/http'
import { ApolloLink, InMemoryCache } from '@apollo/client/core'
import { setContext } from '@apollo/client/link/context'

export function options(httpLink: HttpLink) {
  const auth = setContext(() => ({ headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } })) // header Apollo
  return { link: ApolloLink.from([auth, httpLink.create({ uri: 'https://api.example.com/graphql' })]), cache: new InMemoryCache() } // client Apollo https://api.example.com/graphql
}
