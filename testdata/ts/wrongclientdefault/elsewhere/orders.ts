import { http } from './http'

// The file speaks of nothing that concerns credentials; it is found through its import.
export const orders = () => http.get('/orders')
