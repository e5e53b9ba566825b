const express = require('express')

const app = express()
app.use(async (req, res, next) => {
  const token = req.headers.authorization.split(' ')[1] // want "Express 4 does not catch it in an async function: the request hangs and the process may end"
  req.user = await findUser(token)
  next()
})
