'use strict'
const crypto = require('crypto')

module.exports = (req, res) => {
  const want = crypto.createHmac('sha256', process.env.WEBHOOK_SECRET).update(req.rawBody).digest('hex')
  const ok = req.headers['x-signature'] === want // want "compares"
  res.sendStatus(ok ? 200 : 401)
}
