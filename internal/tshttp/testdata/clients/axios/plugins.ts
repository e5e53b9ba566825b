// Packages that hand back the client that they are given.
import axios from 'axios'
import { setupCache } from 'axios-cache-interceptor'
import applyCaseMiddleware from 'axios-case-converter'
import { wrapper } from 'axios-cookiejar-support'
import rateLimit from 'axios-rate-limit'
import createAuthRefreshInterceptor from 'axios-auth-refresh'
import unknown from 'axios-of-nobody'

export const cached = setupCache(axios.create({ baseURL: 'https://cached.example.com' })) // client axios https://cached.example.com
cached.get('/me') // sends axios GET https://cached.example.com/me
applyCaseMiddleware(axios).get('/case') // sends axios GET /case
wrapper(axios.create({ baseURL: 'https://jar.example.com' })).post('/login') // client axios https://jar.example.com | sends axios POST https://jar.example.com/login
rateLimit(axios, { maxRPS: 1 })('/rate') // sends axios GET /rate
createAuthRefreshInterceptor(cached, () => cached.post('/refresh')) // sends axios POST https://cached.example.com/refresh
unknown(axios).get('/unknown') // silent: what that hands back is not known
