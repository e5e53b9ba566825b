import axios from 'axios'

export const api = axios.create({
  baseURL: '/api',
  headers: { 'Content-Type': 'application/json', withCredentials: true }, // want "error: `withCredentials` inside `headers` is sent as a header"
})

const token = localStorage.getItem('token')
const headers = {
  Authorization: `Bearer ${token}`,
  withCredentials: true, // want "`withCredentials` inside `headers`"
}

export async function calls(url: string) {
  await axios.get(url, { headers: { withCredentials: true } }) // want "`withCredentials` inside `headers`"
  await api.post(url, null, { headers: { Authorization: token, 'withCredentials': 'true' } }) // want "`withCredentials` inside `headers`"
  await api.get(url, { headers }) // reported where the object is written
  await api.put(url, {}, { headers }) // and only once
  await axios.get(url, { headers: { credentials: 'include' } }) // want "`credentials` inside `headers`"
  await axios.get(url, { Authorization: `Bearer ${token}` } as any) // want "error: `Authorization` stands among the options of `axios.get`"
  await axios.post(url, {}, { authorization: token } as any) // want "`authorization` stands among the options of `axios.post`"
  await axios({ url, Authorization: token } as any) // want "`Authorization` stands among the options of `axios`"
  await axios.get(url, { credentials: 'include' } as any) // want "`credentials` is an option of fetch; axios ignores it"
}
