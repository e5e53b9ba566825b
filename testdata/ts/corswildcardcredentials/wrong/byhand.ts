import express from 'express'

const app = express()

// e. By hand.
app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', '*') // want "browsers refuse"
  res.header('Access-Control-Allow-Credentials', 'true')
  next()
})

app.use((req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin || '*') // want "any origin is let in"
  res.setHeader('Access-Control-Allow-Credentials', 'true')
  next()
})

app.use((req, res, next) => {
  const origin = req.get('origin')
  if (origin) {
    console.log('origin', origin)
    res.set('Access-Control-Allow-Origin', origin) // want "any origin is let in"
    res.set('Access-Control-Allow-Credentials', 'true')
  }
  if (req.method === 'OPTIONS') return res.sendStatus(204)
  next()
})

export async function GET(request: Request) {
  return new Response('ok', {
    headers: {
      'Access-Control-Allow-Origin': '*', // want "browsers refuse"
      'Access-Control-Allow-Credentials': 'true',
    },
  })
}

const corsHeaders = {
  'Access-Control-Allow-Origin': '*', // want "browsers refuse"
  'Access-Control-Allow-Credentials': true,
}

export const handler = async () => ({ statusCode: 200, headers: { ...corsHeaders, 'X-Other': '1' }, body: '{}' })
