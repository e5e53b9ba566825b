import { ApolloClient, HttpLink, InMemoryCache, createHttpLink } from '@apollo/client'
import { GraphQLClient } from 'graphql-request'

// c: clients and links of GraphQL
export const client = new ApolloClient({
  uri: '/graphql',
  cache: new InMemoryCache(),
  headers: { authorization: `Bearer ${localStorage.getItem('c1')}` }, // want "read once, when the module is loaded; `client` sends"
})

export const link = new HttpLink({
  uri: '/graphql',
  headers: {
    authorization: 'Bearer ' + localStorage.getItem('c2'), // want "`link` sends"
  },
})

export const other = createHttpLink({ uri: '/graphql', headers: { Authorization: `Bearer ${localStorage.getItem('c3')}` } }) // want "`other` sends"

export const request = new GraphQLClient('/graphql', { headers: { authorization: `Bearer ${localStorage.getItem('c4')}` } }) // want "`request` sends"
