import axios from 'axios'

// gap: the file neither speaks of a login nor imports a client of the project,
// and is not read.
export const orders = () => axios.get('https://api.shop.com/orders')
