import axios, { AxiosInstance } from 'axios'

// A client in a class, of which there is one object, made at load.
class Api {
  client: AxiosInstance
  constructor() {
    this.client = axios.create({ headers: { Authorization: `Bearer ${localStorage.getItem('g1')}` } }) // want "read once"
  }
  list() {
    return this.client.get('/list')
  }
}
export default new Api()
