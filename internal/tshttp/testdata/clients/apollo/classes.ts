import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, from, type Operation, type NextLink } from '@apollo/client'

// Links as classes.
class AuthLink extends ApolloLink {
  request(operation: Operation, forward: NextLink) {
    operation.setContext(({ headers = {} }) => ({
      headers: { ...headers, authorization: `Bearer ${localStorage.getItem('token')}` }, // header Apollo
    }))
    return forward(operation)
  }
}
class ApiLink extends HttpLink {
  constructor() {
    super({ uri: 'https://classes.example.com/graphql', credentials: 'include' }) // client Apollo https://classes.example.com/graphql credentials
  }
}
export const client = new ApolloClient({ link: from([new AuthLink(), new ApiLink()]), cache: new InMemoryCache() }) // client Apollo

class Second extends ApolloLink {
  request(operation: Operation, forward: NextLink) {
    operation.setContext({ headers: { authorization: `Bearer ${localStorage.getItem('token')}` } }) // header Apollo
    return forward(operation)
  }
}
export const link = new Second().concat(new HttpLink({ uri: '/graphql' })) // client Apollo /graphql
