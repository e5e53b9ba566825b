// An own setContext ties nothing, an own ApolloClient is no client.
import { ApolloClient, setContext } from './mine'

const link = setContext(() => ({ headers: { authorization: `Bearer ${localStorage.getItem('token')}` } })) // header ?
export const client = new ApolloClient({ uri: 'https://own.example.com', link })
