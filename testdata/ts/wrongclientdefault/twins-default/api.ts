import axios from 'axios'

const baseURL = import.meta.env.VITE_API_URL

export const secure = axios.create({ baseURL })
export const open = axios.create({ baseURL })

export function signIn(token: string) {
  secure.defaults.headers.common.Authorization = `Bearer ${token}` // want:strict "this default is set on `secure`, through which nothing is sent; requests go out through `open`, which has defaults of its own"
}

export const me = () => open.get('/users/me')
