import axios from 'axios'
import { useMemo, createContext } from 'react'
import { ApolloClient, ApolloProvider, InMemoryCache } from '@apollo/client'

// A component's body runs again at each render.
export function List() {
  const token = localStorage.getItem('token')
  const load = () => axios.get('/list', { headers: { Authorization: `Bearer ${token}` } })
  return <button onClick={load}>Load</button>
}

// A client made anew when the token changes.
export function Provider({ token, children }) {
  const client = useMemo(
    () => new ApolloClient({ uri: '/graphql', cache: new InMemoryCache(), headers: { authorization: `Bearer ${token}` } }),
    [token],
  )
  return <ApolloProvider client={client}>{children}</ApolloProvider>
}

// In a hook.
export function useApi() {
  return useMemo(() => axios.create({ headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } }), [])
}
