const { unauthorized, fail, failLater, Answer } = require('./answers')

// A helper of another file writes the answer, and nothing else.
function byHelper(req, res, next) {
  if (!req.user) {
    unauthorized(res) // want "error: `unauthorized` refuses the request, then `next` lets it in"
  }
  next()
}

function byStatus(req, res, next) {
  if (!req.user) fail(res, 401, 'log in') // want "`fail` refuses the request, then `next` lets it in"
  next()
}

function byTwo(req, res, next) {
  if (!req.user) failLater(res, 403) // want "`failLater` refuses the request"
  next()
}

function byMethod(req, res, next) {
  if (!req.user.admin) {
    Answer.forbidden(res, 'no') // want "`Answer\\.forbidden` refuses the request"
  }
  next()
}

async function work(req, res) {
  if (!req.user) {
    unauthorized(res) // want "`unauthorized` refuses the request, but the function goes on with `remove`"
  }
  await remove(req.params.id)
}

module.exports = { byHelper, byStatus, byTwo, byMethod, work }
