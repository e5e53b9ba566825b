import request from 'superagent'

const API = 'https://api.example.com'

export const login = (user: object) => request.post(`${API}/login`).send(user) // want "warning: this login goes to another origin without credentials"
export const refresh = () => request.post(`${API}/auth/refresh`).withCredentials() // sends them
