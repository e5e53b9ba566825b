// A route of its own: the link in a mail.
exports.verify = (req, res) => res.json(check(req.query.token, req.headers.authorization))
// Only the query, for a download.
exports.download = (req, res, next) => (check(req.query.token) ? next() : res.sendStatus(401))
// Paging.
exports.list = (req, res, next) => next(req.query.pageToken, req.headers.authorization)
