// Answers that others call for.
function unauthorized(res) {
  res.status(401).json({ error: 'log in' })
}

const fail = (res, status, message) => res.status(status).json({ error: message })

function failLater(res, status) {
  console.warn('refused')
  fail(res, status, 'no')
}

class Answer {
  static forbidden(res, message) {
    return res.status(403).send({ message })
  }
}

module.exports = { unauthorized, fail, failLater, Answer }
