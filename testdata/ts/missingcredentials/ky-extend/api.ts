import ky from 'ky'

const base = ky.create({ prefixUrl: 'https://api.example.com', credentials: 'include' })
const json = base.extend({ headers: { Accept: 'application/json' } })

export const login = (user: object) => json.post('login', { json: user }) // extend keeps the options of base
export const logout = () => ky.post('https://api.example.com/logout') // want "warning: this logout goes to another origin without credentials"
