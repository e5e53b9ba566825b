import axios from 'axios'

export const api = axios.create()
export const other = axios.create()
export const third = axios.create()

api.interceptors.response.use((r) => r, (error) => error.response) // a caller asks for the status
other.interceptors.response.use((r) => r, (error) => error) // a caller asks whether it is an error
third.interceptors.response.use((r) => r, () => null) // what becomes of it is not seen
