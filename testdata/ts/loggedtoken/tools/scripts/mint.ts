import axios from 'axios'

export async function mint(user: object) {
  const { data } = await axios.post('/api/login', user)
  console.log(data.accessToken) // want:strict "is written"
}
