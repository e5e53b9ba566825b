import $ from 'jquery'

const API = 'https://api.example.com'

export const login = (data: object) => $.ajax({ url: `${API}/login`, type: 'POST', data }) // want "warning: this login goes to another origin without credentials"
export const refresh = () => $.ajax({ url: `${API}/auth/refresh`, method: 'POST', xhrFields: { withCredentials: true } }) // sends them
