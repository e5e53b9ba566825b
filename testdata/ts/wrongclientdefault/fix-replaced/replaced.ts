import axios from 'axios'

const bare = axios.create({ baseURL: '/other' })

export function restart(token: string) {
  bare.defaults.headers.common = { Authorization: `Bearer ${token}` } // want:strict "advice: `bare.defaults.headers.common` is replaced as a whole"
}
