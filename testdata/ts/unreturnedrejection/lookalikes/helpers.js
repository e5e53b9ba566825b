const { unauthorized, deny, sometimes, throws } = require('./answers')
const { reject } = require('some-library')

function thrown(req, res, next) {
  if (!req.user) {
    unauthorized(res) // it throws
  }
  next()
}

function returned(req, res, next) {
  if (!req.user) return deny(res) // returned
  if (!req.user.admin) {
    deny(res)
    return // the next statement returns
  }
  next()
}

function looks(req, res, next) {
  sometimes(req, res) // answers on some of its ways alone
  if (res.headersSent) return
  next()
}

function library(req, res, next) {
  if (!req.user) {
    reject(res) // what it does is not to be seen
  }
  next()
}

function given(req, res, next) {
  if (!req.user) {
    handle(res, next) // it may call next with an error
    return
  }
  next()
}

function stopped(req, res, next) {
  if (!req.user) {
    res.status(401)
    throws() // never comes back
  }
  next()
}

module.exports = { thrown, returned, looks, library, given, stopped }
