import axios from 'axios'

declare const first: string, second: string

// Good: that two modules write at load does not make one session of it.
localStorage.setItem('bootToken', first)
export const load = () => axios.get('/me')
export const forget = () => localStorage.removeItem('bootToken')
localStorage.setItem('otherToken', second)
