import axios from 'axios'

export const orders = () => axios.get('https://api.shop.com/orders')
export const order = (id: string) => axios.get(`https://api.shop.com/orders/${id}`)
