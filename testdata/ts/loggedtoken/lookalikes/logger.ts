import axios from 'axios'
import pino from 'pino'
import winston from 'winston'

const logger = pino({ redact: ['token', 'headers.authorization'] })
const other = winston.createLogger({ format: winston.format((info) => ({ ...info, token: '…' }))() })

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  logger.info({ token: data.token }, 'logged in') // redacted
  other.info('logged in', { token: data.token }) // redacted by its format
}
