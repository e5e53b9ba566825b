import { RequestClient } from './own-client-class'

const client = new RequestClient({ baseURL: '/api' })

export const refresh = () => client.post('/auth/refresh', { withCredentials: true }) // want "`withCredentials` stands where `client.post` takes the body"
export const logout = () => client.post('/auth/logout', {}, { withCredentials: true })
export const list = () => client.get('/orders', { withCredentials: true }) // the options
export const send = (token: string) => client.upload('/files', { headers: { Authorization: token } }) // options too
