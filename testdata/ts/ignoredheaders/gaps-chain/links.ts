import { setContext } from '@apollo/client/link/context'
import { HttpLink } from '@apollo/client'

const first = setContext((_, { headers }) => ({ headers: { ...headers, authorization: 'Bearer ' + sessionStorage.token } }))
// gap: the later one returns headers without those of the one before, and so drops them; links are not read in their order
const second = setContext(() => ({ headers: { 'x-app': '1' } }))
export const chain = first.concat(second).concat(new HttpLink({ uri: '/graphql' }))
