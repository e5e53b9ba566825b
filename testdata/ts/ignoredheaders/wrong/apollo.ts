import { ApolloClient, InMemoryCache, createHttpLink } from '@apollo/client'
import { setContext } from '@apollo/client/link/context'

const http = createHttpLink({ uri: '/graphql' })

const auth = setContext(() => ({ authorization: `Bearer ${localStorage.getItem('token')}` })) // want "`authorization` stands in the context beside `headers`"

export const client = new ApolloClient({
  link: auth.concat(http),
  cache: new InMemoryCache(),
  headers: { authorization: 'x' }, // want "`headers` has no effect on an ApolloClient that is given a `link`"
})
