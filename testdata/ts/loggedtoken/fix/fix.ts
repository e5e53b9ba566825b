import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  console.log(data.accessToken) // want "is written"
  return data
}
