import { GraphQLClient, request as send, gql } from 'graphql-request'
import { GraphQLClient as Own } from './own'

const token = process.env.TOKEN
export const client = new GraphQLClient('https://api.example.com/graphql', { // client graphql-request https://api.example.com/graphql credentials
  credentials: 'include',
  headers: { authorization: `Bearer ${token}` }, // header graphql-request
})
client.request(gql`{ me }`) // sends graphql-request POST https://api.example.com/graphql credentials authorized
client.request({ document: '{ me }', requestHeaders: { authorization: `Bearer ${token}` } }) // sends graphql-request POST https://api.example.com/graphql credentials authorized | header graphql-request
client.setHeader('authorization', `Bearer ${token}`) // header graphql-request
send('https://b.example.com/graphql', '{ me }', {}, { authorization: `Bearer ${token}`, accept: '*/*' }) // sends graphql-request POST https://b.example.com/graphql authorized | header graphql-request
send({ url: 'https://c.example.com/graphql', document: '{ me }' }) // sends graphql-request POST https://c.example.com/graphql
new Own('https://own.example.com').request('{ me }') // silent: an own class

const lazy = new GraphQLClient('/graphql', { headers: () => ({ authorization: `Bearer ${token}` }) }) // client graphql-request /graphql | header graphql-request
lazy.rawRequest('{ me }') // sends graphql-request POST /graphql authorized
const middle = new GraphQLClient('/m', { // client graphql-request /m
  requestMiddleware: (request) => ({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }), // header graphql-request
})
middle.request('{ me }') // sends graphql-request POST /m authorized
