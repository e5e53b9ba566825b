module.exports = (app) => {
  app.use((req, res, next) => {
    const token = req.headers['authentication'] || req.get('Authorisation') || req.headers.bearer
    token ? next() : res.sendStatus(401)
  })
}
