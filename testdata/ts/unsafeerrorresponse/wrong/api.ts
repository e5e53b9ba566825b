import axios from 'axios'

const client = axios.create()
client.interceptors.response.use((r) => r, async (error) => {
  console.log(error.message)
  throw error // what comes out is still the failure
})

export async function loadOrders() {
  const { data } = await client.get('/orders')
  return data
}
