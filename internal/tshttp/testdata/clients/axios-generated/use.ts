import axios from 'axios'
import { AuthApi } from './api'
import { Configuration } from './configuration'

const client = axios.create({ withCredentials: true }) // client axios credentials
const auth = new AuthApi(new Configuration({ accessToken: () => localStorage.getItem('token') ?? '' }), 'https://api.example.com', client) // client openapi-generator | header openapi-generator
auth.login({ name: 'a' }) // sends axios POST /login‹url.search›‹url.hash› credentials
