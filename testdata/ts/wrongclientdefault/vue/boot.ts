import { boot } from 'quasar/wrappers'
import axios from 'axios'

// Good: Quasar hands both out, and pages send through the one or the other.
const api = axios.create({ baseURL: '/api' })
export default boot(({ app }: { app: any }) => {
  app.config.globalProperties.$axios = axios
  app.config.globalProperties.$api = api
})
export function login(token: string) {
  axios.defaults.headers.common.Authorization = `Bearer ${token}`
}
export const orders = () => api.get('/orders')
