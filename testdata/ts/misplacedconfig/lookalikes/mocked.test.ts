import axios from 'axios'
jest.mock('axios')

// What is mocked sends nothing.
test('posts', () => axios.post('/x', { headers: { Authorization: 'x' } }))
