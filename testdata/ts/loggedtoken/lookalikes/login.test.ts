import axios from 'axios'

test('logs in', async () => {
  const { data } = await axios.post('/api/login', {})
  console.log(data.token) // a test
})
